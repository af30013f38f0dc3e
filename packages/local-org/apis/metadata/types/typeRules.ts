import type { SourceComponent } from '../../../engine/world/component.ts';
import type { Draft } from '../../../engine/org/deployment.ts';
import type { Problem } from '../../../engine/xml/problem.ts';

/** What a deploy does with components of one metadata type. */
export interface Kind {
  /** Key prefix of the ids of its components, as public orgs show them. */
  readonly keyPrefix: string;
  /** What refuses the component: references that lead nowhere, values that do not go together. */
  check(component: SourceComponent, draft: Draft): readonly Problem[];
  /** What refuses it once all components of the deploy are saved: references that may lead to one saved after it. */
  checkSaved?(component: SourceComponent, draft: Draft): readonly Problem[];
  /** What the component changes besides being kept; called for a component without problems. */
  apply?(component: SourceComponent, draft: Draft): void;
  /** Why the component cannot be removed; null where it can. */
  refuseRemoval?(fullName: string, draft: Draft): string | null;
  /** What goes when the component is removed. */
  remove?(fullName: string, draft: Draft): void;
}

/** A type that is kept and retrieved, and changes nothing else in the local org. */
export function keptOnly(keyPrefix: string, check: Kind['check'] = () => []): Kind {
  return { keyPrefix, check };
}
