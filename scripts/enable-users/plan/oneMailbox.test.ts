import { planInFolders } from '../testing/planInFolders.ts';
import { ada, license } from '../testing/smallOrg.ts';

const NUMBERS = ['', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

describe('ten contacts of one mailbox', () => {
  const plan = planInFolders();

  it('get ten usernames and nicknames in one plan', async () => {
    const Contact = NUMBERS.map((_, index) => ({
      ...ada,
      Id: `00300000000001${String(index)}AAA`,
      Email: 'office@inbox.example'
    }));
    const { rows } = await plan(['Id', ...Contact.map(({ Id }) => Id), ''].join('\n'), {
      org: { Contact, UserLicense: [license('Customers', 20, 2)] }
    });
    const drafts = rows.flatMap(({ draft, outcome }) => (draft !== null && outcome === 'enable' ? draft : []));
    expect(drafts.map(({ username }) => username)).toEqual(NUMBERS.map((number) => `office${number}@inbox.example`));
    expect(new Set(drafts.map(({ nickname }) => nickname)).size).toBe(10);
  });
});
