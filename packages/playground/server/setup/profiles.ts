import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import { querySoql, textIn } from '../../org/callOrg.ts';
import { selectedPerson } from '../selection.ts';
import { form, readForm, selectField, table, textField } from './forms.ts';
import { homeOf, ifMay, saved, showSetup, type SetupDoors, type SetupOrg } from './setupPage.ts';

const NODE = 'EnhancedProfiles';

/** The list of profiles, and the form that clones one. */
export function profileRoutes(localOrg: SetupOrg & Pick<SetupDoors, 'cloneProfile'>): Hono {
  const app = new Hono();

  app.get(`/${NODE}/home`, (c) => showProfiles(c, localOrg));

  app.post(`/${NODE}/clone`, async (c) => {
    const posted = await readForm(c.req.raw);
    const refusal = localOrg.cloneProfile(selectedPerson(c, localOrg), posted('ProfileId'), posted('Name'));
    return refusal === null ? saved(c, homeOf(NODE)) : showProfiles(c, localOrg, refusal, posted('ProfileId'));
  });

  return app;
}

async function showProfiles(
  c: Context,
  localOrg: SetupOrg,
  refusal: string | null = null,
  selected = ''
): Promise<Response> {
  const soql = 'SELECT Id, Name, UserLicense.Name FROM Profile ORDER BY Name';
  const profiles = (await querySoql(localOrg, selectedPerson(c, localOrg), soql)) ?? [];
  const rows = profiles.map((profile) => [textIn(profile, 'Name'), textIn(profile, 'UserLicense.Name')]);
  const options = profiles.map((profile) => ({
    value: textIn(profile, 'Id'),
    label: `${textIn(profile, 'Name')} (${textIn(profile, 'UserLicense.Name')})`
  }));
  const content = [
    table('Profiles', ['Profile Name', 'User License'], rows),
    html`<h2 class="slds-text-heading_small">Clone Profile</h2>`,
    ifMay(c, localOrg, ['Manage Profiles and Permission Sets', 'ManageProfilesPermissionsets'], () =>
      form(`/lightning/setup/${NODE}/clone`, 'Save', [
        selectField('ProfileId', 'Existing Profile', options, selected),
        textField('Name', 'Profile Name')
      ])
    ),
    html`<p>A site must have the new profile as a member: <a href="${homeOf('SetupNetworks')}">All Sites</a></p>`
  ];
  return showSetup(c, { node: NODE, title: 'Profiles', content, refusal });
}
