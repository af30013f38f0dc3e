import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import { querySoql, textIn } from '../../org/callOrg.ts';
import { selectedPerson } from '../selection.ts';
import { form, readForm, table } from './forms.ts';
import { homeOf, saved, showSetup, type SetupDoors, type SetupOrg } from './setupPage.ts';

const NODE = 'CompanyProfileInfo';
const LICENSES = 'SELECT Id, Name, Status, TotalLicenses, UsedLicenses FROM UserLicense ORDER BY Name';

/** The org and its licenses. In an org a company buys seats; here their number can be set. */
export function companyRoutes(localOrg: SetupOrg & Pick<SetupDoors, 'setSeats'>): Hono {
  const app = new Hono();

  app.get(`/${NODE}/home`, (c) => showCompany(c, localOrg));

  app.post(`/${NODE}/seats`, async (c) => {
    const posted = await readForm(c.req.raw);
    const licenses = (await querySoql(localOrg, selectedPerson(c, localOrg), LICENSES)) ?? [];
    const refused = licenses.filter((license) => {
      const [id, seats] = [textIn(license, 'Id'), posted(textIn(license, 'Id'))];
      const isChanged = seats !== '' && seats !== String(license['TotalLicenses']);
      return isChanged && !localOrg.setSeats(id, Number(seats));
    });
    const names = refused.map((license) => textIn(license, 'Name')).join(', ');
    return refused.length === 0
      ? saved(c, homeOf(NODE))
      : showCompany(c, localOrg, `Enter a whole number of licenses for ${names}.`);
  });

  return app;
}

async function showCompany(c: Context, localOrg: SetupOrg, refusal: string | null = null): Promise<Response> {
  const person = selectedPerson(c, localOrg);
  const soql = 'SELECT Id, Name, OrganizationType FROM Organization';
  const [organization = {}] = (await querySoql(localOrg, person, soql)) ?? [];
  const licenses = (await querySoql(localOrg, person, LICENSES)) ?? [];
  const rows = licenses.map((license) => {
    const [id, name] = [textIn(license, 'Id'), textIn(license, 'Name')];
    const [total, used] = [Number(license['TotalLicenses']), Number(license['UsedLicenses'])];
    const seats = html`<input
      class="slds-input playground-setup__number"
      type="number"
      min="0"
      step="1"
      required
      name="${id}"
      value="${total}"
      aria-label="Total Licenses: ${name}"
    />`;
    return [name, seats, String(used), String(total - used), textIn(license, 'Status')];
  });
  const columns = ['Name', 'Total Licenses', 'Used Licenses', 'Remaining Licenses', 'Status'];
  const content = [
    html`<p>
      ${textIn(organization, 'Name')} · ${textIn(organization, 'OrganizationType')} · ${textIn(organization, 'Id')}
    </p>`,
    html`<h2 class="slds-text-heading_small">User Licenses</h2>`,
    html`<p>An org has as many licenses as the company buys. In the local org you can set the number.</p>`,
    form(`/lightning/setup/${NODE}/seats`, 'Save', [table('User Licenses', columns, rows)])
  ];
  return showSetup(c, { node: NODE, title: 'Company Information', content, refusal });
}
