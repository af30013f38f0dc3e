import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import type { Person } from 'sfdx-local-org';
import { changeAs, querySoql, textIn, type QueriedRecord } from '../../org/callOrg.ts';
import type { Html } from '../pageHtml.ts';
import { selectedPerson } from '../selection.ts';
import { checkboxField, form, hiddenField, readForm, selectField, table, type Option } from './forms.ts';
import {
  homeOf,
  ifMay,
  may,
  saved,
  showDenied,
  showOtherPage,
  showSetup,
  type SetupDoors,
  type SetupOrg
} from './setupPage.ts';
import { wordForStatus } from './siteStatus.ts';
import { toOption } from './userData.ts';

const NODE = 'SetupNetworks';
const PERMISSION = ['Create and Set Up Experiences', 'ManageNetworks'] as const;
const FIELDS = 'Id, Name, UrlPathPrefix, Status, OptionsSendWelcomeEmail';

type AdministeredOrg = SetupOrg & Pick<SetupDoors, 'removeSiteMember'>;

/** All sites, each with a link to its workspaces. */
export function siteListRoutes(localOrg: SetupOrg): Hono {
  const app = new Hono();

  app.get(`/${NODE}/home`, async (c) => {
    const soql = `SELECT ${FIELDS} FROM Network ORDER BY Name`;
    const sites = await querySoql(localOrg, selectedPerson(c, localOrg), soql);
    const rows = (sites ?? []).map((site) => {
      const [name, path] = [textIn(site, 'Name'), textIn(site, 'UrlPathPrefix')];
      return [
        html`<a href="${administrationUrl(path)}#/c/page/settings" aria-label="Workspaces: ${name}">Workspaces</a>`,
        name,
        html`<a href="/${path}/login">/${path}</a>`,
        wordForStatus(textIn(site, 'Status'))
      ];
    });
    const content =
      sites === null
        ? html`<p>
            Digital Experiences are off: <a href="${homeOf('NetworkSettings')}">Digital Experiences Settings</a>
          </p>`
        : table('All Sites', ['Action', 'Name', 'URL', 'Status'], rows);
    return showSetup(c, { node: NODE, title: 'All Sites', content: [content] });
  });

  return app;
}

/** Experience Workspaces → Administration of a site: Settings, Members and Emails, at the address that orgs have. */
export function siteAdministrationRoutes(localOrg: AdministeredOrg): Hono {
  const app = new Hono();
  const path = '/:site{[\\w-]+}/communitySetup';

  app.get(`${path}/cwApp.app`, (c) => {
    c.header('Cache-Control', 'no-store');
    return showAdministration(c, localOrg, c.req.param('site'));
  });

  app.post(`${path}/save`, async (c) => {
    const posted = await readForm(c.req.raw);
    const person = selectedPerson(c, localOrg);
    const site = await readSite(localOrg, person, c.req.param('site'));
    if (site === undefined || !may(c, localOrg, 'ManageNetworks')) return showDenied(c);
    const refusal = await change(localOrg, person, textIn(site, 'Id'), posted);
    return refusal === null
      ? saved(c, administrationUrl(c.req.param('site')))
      : showAdministration(c, localOrg, c.req.param('site'), refusal);
  });

  return app;
}

/** Each form of the page names what it changes. */
function change(
  localOrg: AdministeredOrg,
  person: Person,
  NetworkId: string,
  posted: (name: string) => string
): Promise<string | null> {
  const patch = (fields: QueriedRecord): Promise<string | null> =>
    changeAs(localOrg, person, `/sobjects/Network/${NetworkId}`, 'PATCH', fields);
  switch (posted('change')) {
    case 'status':
      return patch({ Status: posted('Status') });
    case 'emails':
      return patch({ OptionsSendWelcomeEmail: posted('OptionsSendWelcomeEmail') === 'on' });
    case 'members':
      return changeAs(localOrg, person, '/sobjects/NetworkMemberGroup', 'POST', {
        NetworkId,
        ParentId: posted('ParentId')
      });
    case 'removedMember':
      return Promise.resolve(localOrg.removeSiteMember(person, NetworkId, posted('ParentId')));
    default:
      return Promise.resolve('Nothing was changed.');
  }
}

async function showAdministration(
  c: Context,
  localOrg: SetupOrg,
  path: string,
  refusal: string | null = null
): Promise<Response> {
  const person = selectedPerson(c, localOrg);
  if (!may(c, localOrg, 'ViewSetup', 'ManageNetworks')) return showDenied(c);
  const site = await readSite(localOrg, person, path);
  if (site === undefined) return showOtherPage(c, NODE);
  const { members, others } = await readMembers(localOrg, person, textIn(site, 'Id'));
  const [status, action] = [textIn(site, 'Status'), `/${path}/communitySetup/save`];
  const isLive = status === 'Live';
  const section = (id: string, title: string, content: readonly Html[]): Html =>
    html`<section class="playground-setup__form" id="/c/page/${id}">
      <h2 class="slds-text-heading_small">${title}</h2>
      ${content}
    </section>`;
  const content = ifMay(
    c,
    localOrg,
    PERMISSION,
    () => html`
      ${section('settings', 'Settings', [
        html`<p>Status: <strong>${wordForStatus(status)}</strong></p>`,
        form(action, isLive ? 'Deactivate' : 'Activate', [
          hiddenField('change', 'status'),
          hiddenField('Status', isLive ? 'DownForMaintenance' : 'Live')
        ])
      ])}
      ${section('members', 'Members', [
        table(
          'Selected Profiles and Permission Sets',
          ['Action', 'Selected Profiles and Permission Sets'],
          members.map(({ value, label }) => [removeForm(action, value, label), label])
        ),
        form(action, 'Add', [
          hiddenField('change', 'members'),
          selectField('ParentId', 'Available Profiles and Permission Sets', others)
        ])
      ])}
      ${section('emails', 'Emails', [
        form(action, 'Save', [
          hiddenField('change', 'emails'),
          checkboxField('OptionsSendWelcomeEmail', 'Send welcome email', site['OptionsSendWelcomeEmail'] === true)
        ])
      ])}
    `
  );
  return showSetup(c, { node: NODE, title: `${textIn(site, 'Name')}: Administration`, content: [content], refusal });
}

/** A member's button, which names the member for screen readers. */
function removeForm(action: string, id: string, name: string): Html {
  return html`<form method="post" action="${action}">
    ${hiddenField('change', 'removedMember')}${hiddenField('ParentId', id)}
    <button type="submit" class="slds-button slds-button_neutral" aria-label="Remove ${name}">Remove</button>
  </form>`;
}

async function readSite(localOrg: SetupOrg, person: Person, path: string): Promise<QueriedRecord | undefined> {
  const soql = `SELECT ${FIELDS} FROM Network WHERE UrlPathPrefix = '${path}'`;
  return (await querySoql(localOrg, person, soql))?.[0];
}

/** The names of the profiles and permission sets whose users are members, and those that can be added. */
async function readMembers(
  localOrg: SetupOrg,
  person: Person,
  networkId: string
): Promise<{ readonly members: readonly Option[]; readonly others: readonly Option[] }> {
  const query = async (soql: string): Promise<QueriedRecord[]> => (await querySoql(localOrg, person, soql)) ?? [];
  const profiles = (await query('SELECT Id, Name FROM Profile ORDER BY Name')).map(toOption);
  const sets = await query('SELECT Id, Label FROM PermissionSet WHERE IsOwnedByProfile = false ORDER BY Label');
  const all = [...profiles, ...sets.map((set) => ({ value: textIn(set, 'Id'), label: textIn(set, 'Label') }))];
  const groups = await query(`SELECT ParentId FROM NetworkMemberGroup WHERE NetworkId = '${networkId}'`);
  const memberIds = new Set(groups.map((group) => textIn(group, 'ParentId')));
  return {
    members: all.filter(({ value }) => memberIds.has(value)),
    others: all.filter(({ value }) => !memberIds.has(value))
  };
}

/** Where an org administers a site [F-181]. */
function administrationUrl(path: string): string {
  return `/${path}/communitySetup/cwApp.app`;
}
