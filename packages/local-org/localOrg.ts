import type { DeployedBundle, DeployedListButton, DeployedQuickAction, ScreenFlow } from './control/deployedSource.ts';
import type { NotTaken } from './control/takenParts.ts';
import type { Person } from './engine/access/person.ts';
import type { Mail } from './engine/mail/mail.ts';
import type { Org } from './engine/org/org.ts';
import type { Files } from './engine/world/component.ts';

/** A method and a path that a local org answers. */
export interface Endpoint {
  readonly method: string;
  readonly path: string;
}

/** A running local org. `fetch` answers requests; `reset` starts another org at the same address. */
export interface LocalOrg {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly name: string;
  readonly org: Org;
  readonly people: readonly Person[];
  readonly outbox: readonly Mail[];
  /** The endpoints of the org; `:name` is a variable part of a path. */
  readonly endpoints: readonly Endpoint[];
  /** The deployed bundles by name. */
  deployedBundles(): ReadonlyMap<string, DeployedBundle>;
  deployedLanguages(): readonly string[];
  /** The deployed labels by name, in a language such as `de` if it has a translation. */
  deployedLabels(language: string): ReadonlyMap<string, string>;
  deployedQuickActions(language: string): readonly DeployedQuickAction[];
  deployedListButtons(language: string): readonly DeployedListButton[];
  /** The active screen flows that a person may run. */
  screenFlows(person: Person): readonly ScreenFlow[];
  /** Takes the source files of a project without a deploy, and returns the refused components. */
  takeSource(person: Person, files: Files): readonly NotTaken[];
  /** Clones a profile with its rights, which no API of an org can do. Returns why it was not done, or null. */
  cloneProfile(person: Person, profileId: string, name: string): string | null;
  /** Removes a profile or permission set from a site, which no API of an org can do alone. Returns why it was not done, or null. */
  removeSiteMember(person: Person, networkId: string, parentId: string): string | null;
  /** Sets how many seats a license has, which no API of an org can do. Returns whether it was done. */
  setSeats(licenseId: string, seats: number): boolean;
  reset(name: string): void;
  /** Ends the org's scratch orgs. */
  close(): Promise<void>;
}
