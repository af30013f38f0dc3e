import type { MetadataTransaction } from '../../../engine/org/metadataTransaction.ts';
import type { SourceComponent } from '../../../engine/world/component.ts';
import type { Problem } from '../../../engine/xml/problem.ts';

/** How a deploy treats the components of one metadata type. */
export interface TypeRules {
  /** Key prefix of the components' ids, as public orgs show it; empty for a type whose components are not kept. */
  readonly keyPrefix: string;
  /** Finds what refuses a component: a reference that leads nowhere, values that contradict each other. */
  check(component: SourceComponent, transaction: MetadataTransaction): readonly Problem[];
  /** Checks references that may lead to a component saved later in the same deploy; runs when all components are saved. */
  checkSaved?(component: SourceComponent, transaction: MetadataTransaction): readonly Problem[];
  /** Makes the further changes of a component without problems; the org has already kept the component itself. */
  apply?(component: SourceComponent, transaction: MetadataTransaction): void;
  /** Says why the component cannot be removed, or null. */
  refuseRemoval?(fullName: string, transaction: MetadataTransaction): string | null;
  /** Removes what belongs to the component. */
  remove?(fullName: string, transaction: MetadataTransaction): void;
}

/** Rules of a type whose components the org keeps and returns by retrieve; nothing else in the org depends on them. */
export function keptOnly(keyPrefix: string, check: TypeRules['check'] = () => []): TypeRules {
  return { keyPrefix, check };
}
