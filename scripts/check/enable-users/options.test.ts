import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countsOf, rowsOf } from './runFolder.ts';
import { serveOrg, type Output, type ServedOrg, type StoredFields } from './servedOrg.ts';

/** One test starts a process that loads Salesforce's core library. */
const TIMEOUT = 120_000;
const COLLECTION = /\/composite\/sobjects$/u;

describe('npm run enable-users -- run', () => {
  let org: ServedOrg;
  let contacts: readonly StoredFields[];
  let runs = 0;
  let taken = 0;
  let folder: string;

  beforeAll(async () => {
    org = await serveOrg({ accounts: 10, contacts: 60, partnerEvery: 0, seats: { 'Customer Community': 100 } });
    contacts = org.records('Contact').filter(({ Email }) => String(Email).endsWith('@populated.example'));
  }, TIMEOUT);

  beforeEach(() => {
    org.clear();
    runs += 1;
    folder = join(org.folder, `run${String(runs)}`);
  });

  afterAll(async () => {
    await org.close();
  });

  const call = (command: string, ...flags: readonly string[]): Promise<Output> =>
    org.run([command, '--run-folder', folder, ...flags, '--json']);

  /** A file of contacts that no other test uses. */
  function fileOf(count: number): readonly [flag: string, file: string, ...profile: readonly string[]] {
    const ids = contacts.slice(taken, taken + count).map(({ Id }) => Id);
    taken += count;
    const path = join(org.folder, `contacts${String(runs)}.csv`);
    writeFileSync(path, ['ContactId', ...ids].join('\n'));
    return ['--file', path, '--profile', 'Acme Customer'];
  }

  const userIds = (): readonly string[] => rowsOf(folder, 'created').map(({ UserId = '' }) => UserId);
  const recordOf = (object: string, id: unknown): StoredFields | undefined =>
    org.records(object).find(({ Id }) => Id === id);

  it(
    'makes partner accounts first where the flags ask for it, and blocks their rows otherwise',
    async () => {
      const [flag, file] = fileOf(4);
      const partner = [flag, file, '--profile', 'Acme Partner'];
      const plan = await org.run(['plan', ...partner, '--run-folder', join(org.folder, 'left'), '--json']);
      expect(JSON.parse(plan.stdout)).toMatchObject({
        result: { reasons: [{ outcome: 'blocked', code: 'partnerAccountNotEnabled', rows: 4 }] }
      });
      const { code } = await call('run', ...partner, '--partner-accounts', 'enable');
      expect({ code, counts: countsOf(folder) }).toEqual({ code: 0, counts: { created: 4 } });
      for (const id of userIds()) {
        const contact = recordOf('Contact', recordOf('User', id)?.['ContactId']);
        expect(recordOf('Account', contact?.['AccountId'])?.['IsPartner']).toBe(true);
      }
    },
    TIMEOUT
  );

  it(
    'assigns permission sets, named by name and by label, to the users that it created',
    async () => {
      const sets = ['--permission-set', 'External_User_Partner_Accounts', '--permission-set', 'External User Enabler'];
      const { code } = await call('run', ...fileOf(3), ...sets);
      expect({ code, counts: countsOf(folder) }).toEqual({ code: 0, counts: { created: 3 } });
      const assigned = org
        .records('PermissionSetAssignment')
        .filter(({ AssigneeId }) => userIds().includes(String(AssigneeId)));
      expect(assigned).toHaveLength(6);
    },
    TIMEOUT
  );

  it(
    'makes inactive users active again where the flags ask for it, and skips their rows otherwise',
    async () => {
      const source = fileOf(3);
      await call('run', ...source);
      const ids = userIds();
      for (const id of ids) org.localOrg.org.amend(id, { IsActive: false });
      folder = join(org.folder, 'skipped');
      expect(JSON.parse((await call('run', ...source, '--dry-run')).stdout)).toMatchObject({
        result: { message: expect.stringMatching(/^Would create 0 users/u) }
      });
      folder = join(org.folder, 'again');
      const { code } = await call('run', ...source, '--reactivate');
      expect({ code, counts: countsOf(folder) }).toEqual({ code: 0, counts: { reactivated: 3 } });
      expect(rowsOf(folder, 'reactivated').map(({ UserId }) => UserId)).toEqual(ids);
      expect(ids.map((id) => recordOf('User', id)?.['IsActive'])).toEqual([true, true, true]);
    },
    TIMEOUT
  );

  it(
    'stops at its limit, sends requests of its batch size, and goes on with a higher limit',
    async () => {
      const before = await org.timesAsked('POST', COLLECTION);
      const limited = await call('run', ...fileOf(9), '--limit', '5', '--batch-size', '2');
      expect({ code: limited.code, counts: countsOf(folder) }).toEqual({
        code: 68,
        counts: { created: 5, unprocessed: 4 }
      });
      expect((await org.timesAsked('POST', COLLECTION)) - before).toBe(3);
      const all = await call('resume', '--limit', '9');
      expect({ code: all.code, counts: countsOf(folder) }).toEqual({ code: 0, counts: { created: 9 } });
      expect((await org.timesAsked('POST', COLLECTION)) - before).toBe(5);
    },
    TIMEOUT
  );

  it(
    'switches welcome email off, says so at a signal, and switches it on again in a resume',
    async () => {
      const silent = (): readonly StoredFields[] =>
        org.records('Network').filter((site) => site['OptionsSendWelcomeEmail'] === false);
      const mails = org.localOrg.outbox.length;
      const args = ['run', '--run-folder', folder, ...fileOf(4), '--welcome-email', 'suppress', '--json'];
      const { child, output } = org.start(args);
      await Promise.race([org.hang('POST', COLLECTION, 'after'), output]);
      child.kill('SIGTERM');
      const note = /^\{"event":"note","message":"Welcome email is off for the time of the run at [^"]+\."\}\n/u;
      const { code: ended, stdout, stderr } = await output;
      expect({ ended, stdout, note: stderr }).toEqual({ ended: 143, stdout: '', note: expect.stringMatching(note) });
      expect(stderr.replace(note, '')).toBe(
        `\nInterrupted. What the org has made stays, and nothing is sent twice. Until it goes on, the sites of the org send no welcome mail. Go on: npm run enable-users -- resume --run-folder ${folder} --target-org local\n`
      );
      org.clear();
      // One of them isn't published, and its activation would mail its members.
      expect(silent()).toHaveLength(3);
      const { code } = await call('resume');
      expect({ code, counts: countsOf(folder) }).toEqual({ code: 0, counts: { created: 4 } });
      expect({ silent: silent(), mails: org.localOrg.outbox.length }).toEqual({ silent: [], mails });
    },
    TIMEOUT
  );

  it(
    'takes the contacts of a list view by its label, and no other profile where there is a plan',
    async () => {
      const { code, stdout } = await call('plan', '--list-view', 'My Contacts', '--profile', 'Acme Customer');
      expect({ code, result: JSON.parse(stdout) }).toMatchObject({
        result: { result: { source: 'the list view My Contacts' } }
      });
      const refused = await call('run', '--profile', 'Acme Partner');
      expect(refused.code).toBe(2);
      expect(JSON.parse(refused.stdout)).toMatchObject({ message: expect.stringContaining('without --profile') });
    },
    TIMEOUT
  );
});
