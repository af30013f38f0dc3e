import type { LocalOrg, NotTaken, Person, ScreenFlow, StartingOrgSummary } from 'sfdx-local-org';
import type { FlowScreenComponent } from '../metadata/flowScreenComponents.ts';
import type { ListButton } from '../metadata/listButtons.ts';
import type { QuickAction } from '../metadata/quickActions.ts';
import type { RecordPageComponent } from '../metadata/recordPageComponents.ts';
import { API_VERSION, textIn } from '../org/callOrg.ts';
import type { ComponentSource, SourceName } from '../source/componentSource.ts';
import { nameOfLanguage } from './language.ts';
import { wordForStatus } from './setup/siteStatus.ts';

/** What the server tells a page. `modules/platform/context` reads it in the browser. */
export interface PageContext {
  readonly apiVersion: string;
  readonly accessToken: string;
  readonly userId: string;
  readonly username: string;
  readonly orgName: string;
  /** As Salesforce writes it: `pt_BR`. */
  readonly language: string;
  readonly languages: readonly { readonly language: string; readonly name: string }[];
  readonly people: readonly { readonly label: string; readonly username: string }[];
  readonly startingOrgs: readonly StartingOrgSummary[];
  /** The URL of the page with which a demo starts. */
  readonly firstPage: string;
  /** Their status is in the words of Experience Workspaces: `Active`. */
  readonly sites: readonly Site[];
  readonly source: SourceName;
  readonly quickActions: readonly QuickAction[];
  readonly listButtons: readonly ListButton[];
  readonly recordPageComponents: readonly RecordPageComponent[];
  readonly flowScreenComponents: readonly FlowScreenComponent[];
  readonly screenFlows: readonly ScreenFlow[];
  /** Components of the working tree that the org refused. */
  readonly refused: readonly NotTaken[];
}

export interface Site {
  readonly name: string;
  readonly status: string;
  readonly loginUrl: string;
}

interface PageChoice {
  readonly person: Person;
  readonly language: string;
  readonly languages: readonly string[];
  readonly startingOrgs: readonly StartingOrgSummary[];
  readonly source: ComponentSource;
  readonly refused: readonly NotTaken[];
}

export function makePageContext(
  localOrg: LocalOrg,
  { person, language, languages, startingOrgs, source, refused }: PageChoice
): PageContext {
  return {
    apiVersion: API_VERSION,
    accessToken: person.accessToken,
    userId: person.userId,
    username: person.username,
    orgName: localOrg.name,
    language,
    languages: languages.map((offered) => ({ language: offered, name: nameOfLanguage(offered) })),
    people: localOrg.people.map(({ label, username }) => ({ label, username })),
    startingOrgs,
    firstPage: firstPage(localOrg),
    sites: readSites(localOrg).map((site) => ({ ...site, status: wordForStatus(site.status) })),
    source: source.name,
    quickActions: source.quickActions(language),
    listButtons: source.listButtons(language),
    recordPageComponents: source.recordPageComponents(),
    flowScreenComponents: source.flowScreenComponents(),
    screenFlows: localOrg.screenFlows(person),
    refused
  };
}

/** The page of the contact that a demo opens; the list of contacts in an org that has none. */
export function firstPage({ org }: { readonly org: Pick<LocalOrg['org'], 'defaultContactId'> }): string {
  return org.defaultContactId === ''
    ? '/lightning/o/Contact/list'
    : `/lightning/r/Contact/${org.defaultContactId}/view`;
}

/**
 * Every site with its log-in page. Without Digital Experiences the org has no Network object, and so no site. They are read
 * without SOQL, whose parser takes longer to load than the page to make.
 */
export function readSites({ org }: Pick<LocalOrg, 'org'>): Site[] {
  const network = org.schema.object('Network');
  const sites = network === undefined ? [] : org.all(network);
  return sites
    .map((site) => ({
      name: textIn(site, 'Name'),
      status: textIn(site, 'Status'),
      loginUrl: `/${textIn(site, 'UrlPathPrefix')}/login`
    }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}
