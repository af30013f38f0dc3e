import type { Context } from 'hono';
import { html } from 'hono/html';
import type { LocalOrg } from 'sfdx-local-org';
import type { OrgPeople } from '../../org/people.ts';
import { document, type Html } from '../pageHtml.ts';
import { selectedAppearance, selectedPerson } from '../selection.ts';

/** What the pages of Setup need of the org. */
export type SetupOrg = OrgPeople & Pick<LocalOrg, 'fetch'>;

/** What the pages of Setup do that no API of an org can. */
export type SetupDoors = Pick<LocalOrg, 'cloneProfile' | 'removeSiteMember' | 'setSeats'> & {
  readonly org: Pick<LocalOrg['org'], 'addPerson'>;
};

/** The pages of Setup that exist here, in the order of the navigation, by the node in their URL. */
const NODES: Readonly<Record<string, string>> = {
  ManageUsers: 'Users',
  EnhancedProfiles: 'Profiles',
  PermSets: 'Permission Sets',
  CompanyProfileInfo: 'Company Information',
  SetupNetworks: 'All Sites',
  NetworkSettings: 'Digital Experiences Settings'
};

/** The names of other pages of Setup, which only an org has. */
const ONLY_IN_ORGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    CustomMetadata: 'Custom Metadata Types',
    OrgEmailSettings: 'Deliverability',
    Roles: 'Roles',
    SecuritySharing: 'Sharing Settings'
  })
);

interface SetupPage {
  /** The node that the navigation marks. */
  readonly node: string;
  readonly title: string;
  readonly content: readonly Html[];
  /** Why the last change was refused. */
  readonly refusal?: string | null;
}

/** Shows a page of Setup. After a change, its URL says `saved`. */
export function showSetup(
  c: Context,
  { node, title, content, refusal = null }: SetupPage
): Response | Promise<Response> {
  const isSaved = refusal === null && c.req.query('saved') !== undefined;
  const page = document(
    'en',
    selectedAppearance(c),
    html`<title>${title} | Setup</title>`,
    html`<nav class="playground-nav playground-setup__nav" aria-label="Setup">
        <strong>Setup</strong>
        ${Object.entries(NODES).map(
          ([name, label]) =>
            html`<a href="${homeOf(name)}" ${name === node ? html`aria-current="page"` : ''}>${label}</a>`
        )}
        <a href="/lightning/o/Contact/list">Contacts</a>
      </nav>
      <main class="playground-main">
        <div class="playground-card playground-setup slds-p-around_large">
          <h1 class="slds-text-heading_large">${title}</h1>
          ${isSaved ? outcome('status', 'playground-setup__saved', 'Your changes are saved.') : ''}
          ${refusal === null ? '' : outcome('alert', 'slds-text-color_error', refusal)} ${content}
        </div>
      </main>`
  );
  return c.html(page, refusal === null ? 200 : 400);
}

/** Says what came of a form. It takes the focus, so that a screen reader reads it and Tab goes on in the content. */
export function outcome(role: 'status' | 'alert', className: string, text: Html | string): Html {
  return html`<p role="${role}" class="${className}" tabindex="-1" autofocus>${text}</p>`;
}

/** The page in the place of one that the playground lacks. */
export function showOtherPage(c: Context, node: string): Response | Promise<Response> {
  const name = ONLY_IN_ORGS.get(node) ?? (Object.hasOwn(NODES, node) ? NODES[node] : undefined) ?? node;
  const content = html`<p>In an org, this is the page “${name}” of Setup. The playground has no such page.</p>`;
  return showSetup(c, { node, title: name, content: [content] });
}

/** The platform's own words for a missing permission. */
export function showDenied(c: Context): Response | Promise<Response> {
  const page = document(
    'en',
    selectedAppearance(c),
    html`<title>Insufficient Privileges</title>`,
    html`<main class="playground-main">
      <div class="playground-card slds-p-around_large">
        <h1 class="slds-text-heading_large slds-m-bottom_medium">Insufficient Privileges</h1>
        <p role="alert">
          You do not have the level of access necessary to perform the operation you requested. Please contact the owner
          of the record or your administrator if access is necessary.
        </p>
      </div>
    </main>`
  );
  return c.html(page, 403);
}

/** The first page of a node. */
export function homeOf(node: string): string {
  return `/lightning/setup/${node}/home`;
}

/** Goes to a page after a change, which that page confirms. */
export function saved(c: Context, url: string): Response {
  return c.redirect(`${url}${url.includes('?') ? '&' : '?'}saved`, 303);
}

export function may(c: Context, localOrg: SetupOrg, ...permissions: readonly [string, ...string[]]): boolean {
  const access = localOrg.org.access(selectedPerson(c, localOrg));
  return permissions.some((permission) => access.has(permission));
}

/** The content if the person holds one of the permissions, else the name of the permission that is missing. */
export function ifMay(
  c: Context,
  localOrg: SetupOrg,
  [label, permission, ...others]: readonly [label: string, permission: string, ...others: string[]],
  content: () => Html
): Html {
  return may(c, localOrg, permission, ...others)
    ? content()
    : html`<p>To change this, you need the permission ${label}.</p>`;
}
