import { textAt } from 'sf-cli/json';
import { summarizeRun } from '../results/runSummary.ts';
import { createLocalRuns, type LocalRuns } from '../testing/localRuns.ts';
import { executeRun } from '../run/executeRun.ts';
import { PLAIN } from '../testing/plannedRun.ts';

const WAIT = { deadline: Infinity, isAsync: false };

/** Users are made as a person makes them. */
describe('a plan for a local org', () => {
  let runs: LocalRuns;
  beforeEach(() => {
    runs = createLocalRuns('ready', 'System Administrator', 25);
  });
  afterEach(() => {
    runs.close();
  });

  async function write(method: string, path: string, fields: Readonly<Record<string, unknown>>): Promise<string> {
    const token = runs.localOrg.people.find(({ label }) => label === 'System Administrator')?.accessToken ?? '';
    const request = new Request(`https://acme.example/services/data/v68.0/sobjects/${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(fields)
    });
    const answer = await runs.localOrg.fetch(request);
    expect(answer.status).toBeLessThan(300);
    const body: unknown = answer.status === 204 ? {} : await answer.json();
    return textAt(body, 'id');
  }

  const newContact = (email: string): Promise<string> =>
    write('POST', 'Contact', { LastName: 'Held', Email: email, AccountId: '001000010000001AAA' });

  const newUser = (email: string, fields: Readonly<Record<string, unknown>>): Promise<string> =>
    write('POST', 'User', {
      TimeZoneSidKey: 'Europe/Stockholm',
      LocaleSidKey: 'en_GB',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      Username: email,
      Email: email,
      LastName: 'Held',
      Alias: 'held',
      CommunityNickname: 'held.before',
      ...fields
    });

  it('numbers names of the disabled user of the same contact, and tells the holder in plan and results', async () => {
    const contactId = await newContact('dis.abled@x.example');
    const userId = await newUser('dis.abled@x.example', { ProfileId: '00e000010000008AAA', ContactId: contactId });
    await write('PATCH', `User/${userId}`, { IsPortalEnabled: false });
    const { folder, summary } = await runs.plan(['ContactId', contactId]);
    expect(summary.deviations).toMatchObject([{ code: 'usernameOfInactiveUser', rows: 1 }]);
    const run = runs.open(folder);
    const results = summarizeRun(run, await executeRun(run, PLAIN, WAIT));
    expect(results).toMatchObject({ counts: { created: 1 }, deviations: [{ code: 'usernameOfInactiveUser' }] });
  });

  it('numbers names of an internal user, and refuses them where the row gives them', async () => {
    const contactId = await newContact('contact.less@x.example');
    await newUser('contact.less@x.example', { ProfileId: '00e000010000002AAA' });
    const { summary } = await runs.plan(['ContactId', contactId]);
    expect(summary.deviations).toMatchObject([{ code: 'usernameOfInternalUser' }]);
    const given = await runs.plan(['ContactId,Nickname', `${contactId},held.before`]);
    expect(given.summary).toMatchObject({ counts: { blocked: 1 }, reasons: [{ code: 'nicknameTaken' }] });
  });

  it('gives out the seats of a license that counts log-ins, and no more', async () => {
    const profile = 'Customer Community Login User';
    const { summary } = await runs.plan(['ContactId', ...runs.contactIds], { profile });
    expect(summary).toMatchObject({
      counts: { enable: 20, blocked: 5 },
      licenses: [
        { license: 'Customer Community Login', total: 20, left: 20, needed: 25, missing: 5, isLoginBased: true }
      ]
    });
  });

  it('does not promise to make a user active again whose account has an owner without a role', async () => {
    const accountId = await write('POST', 'Account', { Name: 'Lost Role Ltd', OwnerId: '005000010000004AAA' });
    const fields = { LastName: 'Held', Email: 'in.active@x.example', AccountId: accountId };
    const contactId = await write('POST', 'Contact', fields);
    const userId = await newUser('in.active@x.example', { ProfileId: '00e000010000008AAA', ContactId: contactId });
    await write('PATCH', `User/${userId}`, { IsActive: false });
    await write('PATCH', `Account/${accountId}`, { OwnerId: '005000010000005AAA' });
    const { summary } = await runs.plan(['ContactId', contactId], { reactivate: true });
    expect(summary).toMatchObject({
      counts: { blocked: 1, reactivate: 0 },
      reasons: [{ code: 'ownerWithoutRole', example: expect.stringMatching(/owns .*Lost Role Ltd/u) }]
    });
  });
});

it('A plan for a local org takes only permission sets of the license that the profile has.', async () => {
  const runs = createLocalRuns('permission-set-assignments', 'System Administrator', 2);
  try {
    const [one = '', other = ''] = runs.contactIds;
    const { summary } = await runs.plan(['ContactId,PermissionSets', `${one},Acme_Deals`, `${other},Acme_Orders`]);
    expect(summary).toMatchObject({
      counts: { enable: 1, blocked: 1 },
      reasons: [
        { code: 'ready', outcome: 'enable' },
        { code: 'permissionSetOfOtherLicense', example: expect.stringContaining('“Acme_Deals” can’t be assigned') }
      ]
    });
  } finally {
    runs.close();
  }
});
