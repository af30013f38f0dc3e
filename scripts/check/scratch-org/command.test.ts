import type { LocalOrg } from 'sfdx-local-org';
import { runScratchOrg, processContext } from '../../scratch-org/main.ts';
import { serveHub, type ServedHub } from '../servedHub.ts';

/** Some twenty commands of the real CLI, each of which takes seconds. */
const TIMEOUT = 600_000;

describe('npm run scratch-org, with the real CLI', () => {
  let hub: ServedHub;

  const run = async (...args: string[]): Promise<{ code: number; said: unknown; error: string }> => {
    const said = { out: '', error: '' };
    const code = await runScratchOrg([...args, '--dev-hub', hub.username, '--json'], {
      ...processContext(),
      sf: hub.sf,
      folder: hub.home,
      write: (text) => (said.out += text),
      writeError: (text) => (said.error += text)
    });
    const out: unknown = JSON.parse(said.out);
    return { code, said: out, error: said.error };
  };

  beforeAll(async () => {
    hub = await serveHub();
  }, TIMEOUT);

  afterAll(() => hub.close());

  it(
    'makes a scratch org in which a contact can become a user, and does nothing of it again',
    async () => {
      const first = await run('--alias', 'demo');
      expect(first).toMatchObject({ code: 0, error: '', said: { result: 'ready', failure: null } });
      const [scratchOrg] = hub.scratchOrgs;
      expect(scratchOrg === undefined ? [] : whatIsIn(scratchOrg)).toEqual({
        actions: ['Account.Enable_External_User', 'Contact.Enable_External_User'],
        pages: ['Demo_Contact_Page'],
        sites: ['Demo Live true'],
        members: ['Demo Customer', 'Demo Partner'],
        settings: ['Demo Customer Demo true', 'Demo Partner Demo true'],
        // The product's, that for partner accounts and the approvers', each to the administrator and to sales ops.
        permissionSets: 6,
        contacts: 16,
        externalUsers: ['Müller-Lüdenscheidt true', '佐藤 false'],
        ownersWithoutRole: ['Ops']
      });

      const again = await run('--alias', 'demo');
      expect(again).toMatchObject({ code: 0, said: { result: 'ready' } });
      expect(hub.scratchOrgs).toHaveLength(1);
    },
    TIMEOUT
  );
});

function whatIsIn({ org, deployedQuickActions }: LocalOrg) {
  const records = (object: string): readonly Readonly<Record<string, unknown>>[] => {
    const known = org.schema.object(object);
    return known === undefined ? [] : org.all(known);
  };
  const nameOf = (id: unknown): unknown => (typeof id === 'string' ? org.find(id)?.['Name'] : undefined);
  const owners = new Set(records('Account').map(({ OwnerId }) => OwnerId));
  return {
    actions: deployedQuickActions('en_US').map(({ object, name }) => `${object}.${name}`),
    pages: org.metadata.components('FlexiPage').map(({ fullName }) => fullName),
    sites: records('Network').map((site) => [site['Name'], site['Status'], site['OptionsSendWelcomeEmail']].join(' ')),
    members: records('NetworkMemberGroup').map(({ ParentId }) => nameOf(ParentId)),
    settings: records('External_User_Profile__mdt').map((one) =>
      [one['Profile__c'], one['Site__c'], String(one['Login_Url__c']).endsWith('/demo/login')].join(' ')
    ),
    permissionSets: records('PermissionSetAssignment').length,
    contacts: records('Contact').length,
    externalUsers: records('User').flatMap((user) =>
      typeof user['ContactId'] === 'string' ? [`${String(user['LastName'])} ${String(user['IsActive'])}`] : []
    ),
    ownersWithoutRole: records('User')
      .filter((user) => owners.has(user['Id']) && typeof user['UserRoleId'] !== 'string')
      .map(({ LastName }) => LastName)
  };
}
