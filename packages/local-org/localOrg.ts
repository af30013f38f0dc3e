import type { DeployedBundle, DeployedListButton, DeployedQuickAction, ScreenFlow } from './control/deployedSource.ts';
import type { Files } from './engine/world/component.ts';
import type { NotTaken } from './control/takeSource.ts';
import type { Person } from './engine/access/person.ts';
import type { Mail } from './engine/mail/mail.ts';
import type { Org } from './engine/org/org.ts';

export interface Endpoint {
  readonly method: string;
  readonly path: string;
}

/** A running local org: give it requests, read what happened. `reset` starts another org and keeps the address. */
export interface LocalOrg {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly name: string;
  readonly org: Org;
  readonly people: readonly Person[];
  readonly outbox: readonly Mail[];
  /** The endpoints that it answers; `:name` stands for one part of a path. */
  readonly endpoints: readonly Endpoint[];
  /** What was deployed to the org and can be served. */
  deployedBundles(): ReadonlyMap<string, DeployedBundle>;
  deployedLanguages(): readonly string[];
  /** By name, in a language such as `de` where there is a translation. */
  deployedLabels(language: string): ReadonlyMap<string, string>;
  deployedQuickActions(language: string): readonly DeployedQuickAction[];
  deployedListButtons(language: string): readonly DeployedListButton[];
  /** Those that the person may run. */
  screenFlows(person: Person): readonly ScreenFlow[];
  /** Takes files as they lie in a project's folders, for who tries them out before a deploy. */
  takeSource(person: Person, files: Files): readonly NotTaken[];
  reset(name: string): void;
  /** Ends the scratch orgs that it made. */
  close(): Promise<void>;
}
