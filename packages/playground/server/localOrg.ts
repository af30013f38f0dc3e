import { textAt } from '../modules/platform/valueAt.ts';

/** What the playground needs of a local org: it asks over HTTP like any client, and is told what no API tells. */
export interface LocalOrg {
  readonly fetch: (request: Request) => Promise<Response>;
  /** The starting org's name. */
  readonly name: string;
  readonly people: readonly Person[];
  readonly outbox: readonly Mail[];
  readonly org: {
    readonly defaultContactId: string;
    access(person: Person): { has(permission: string): boolean };
  };
  /** What was deployed, by name of the bundle. */
  deployedBundles(): ReadonlyMap<string, DeployedBundle>;
  deployedLanguages(): readonly string[];
  deployedLabels(language: string): ReadonlyMap<string, string>;
  deployedQuickActions(language: string): readonly DeployedQuickAction[];
  deployedListButtons(language: string): readonly DeployedListButton[];
  /** Those that the person may run. */
  screenFlows(person: Person): readonly ScreenFlow[];
  /** Takes a project's files by their paths, without a deploy. Answers what the org refused. */
  takeSource(person: Person, files: ReadonlyMap<string, Uint8Array>): readonly NotTaken[];
  /** Starts another starting org; everything in the old one is gone. */
  reset(name: string): void;
}

interface DeployedBundle {
  /** An AMD module. */
  readonly code: string;
  /** The text of its `js-meta.xml`. */
  readonly configuration: string;
}

interface DeployedQuickAction {
  readonly object: string;
  readonly name: string;
  readonly label: string;
  /** Empty for an action that opens no Lightning web component. */
  readonly component: string;
  readonly actionSubtype: 'ScreenAction' | 'Action';
}

interface DeployedListButton {
  readonly object: string;
  readonly name: string;
  readonly label: string;
  readonly url: string;
  readonly openType: string;
  readonly requireRowSelection: boolean;
}

/** A flow that a person runs. */
export interface ScreenFlow {
  readonly name: string;
  readonly label: string;
}

/** A component of the working tree that this org cannot have. */
export interface NotTaken {
  readonly type: string;
  readonly fullName: string;
  readonly problem: string;
}

/** Somebody who can be signed in. The bearer token is how the local org knows them. */
export interface Person {
  readonly label: string;
  readonly userId: string;
  readonly username: string;
  readonly accessToken: string;
}

export interface Mail {
  readonly id: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly link: string | null;
  /** ISO 8601, by the org's clock. */
  readonly sentAt: string;
  readonly userId: string;
  /** RFC 5322 text. */
  readonly eml: string;
}

export const API_VERSION = '68.0';

export type QueriedRecord = Readonly<Record<string, unknown>>;

/** Runs SOQL as a person. `null` when the org refuses it, as where an object's feature is off. */
export async function querySoql(localOrg: LocalOrg, person: Person, soql: string): Promise<QueriedRecord[] | null> {
  const path = `/services/data/v${API_VERSION}/query?q=${encodeURIComponent(soql)}`;
  const response = await localOrg.fetch(
    new Request(`http://localhost${path}`, { headers: { Authorization: `Bearer ${person.accessToken}` } })
  );
  if (!response.ok) {
    return null;
  }
  const { records } = (await response.json()) as { records: QueriedRecord[] };
  return records;
}

/** A text field of a queried record, also across relationships: `Profile.UserLicense.Name`. Empty where there is none. */
export function textIn(record: QueriedRecord, path: string): string {
  return textAt(record, ...path.split('.'));
}
