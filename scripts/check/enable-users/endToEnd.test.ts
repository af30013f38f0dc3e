import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countsOf, repeated, rowsOf } from './runFolder.ts';
import { serveOrg, type ServedOrg } from './servedOrg.ts';

const TIMEOUT = 180_000;
const PASSWORD = 'correct horse 7';

describe('2,500 contacts of 200 accounts', () => {
  let org: ServedOrg;

  beforeAll(async () => {
    org = await serveOrg({
      accounts: 200,
      contacts: 2500,
      partnerEvery: 0,
      seats: { 'Customer Community': 2000, 'Customer Community Plus': 900 }
    });
  }, TIMEOUT);

  afterAll(async () => {
    await org.close();
  });

  const recordsOf = (name: string) => {
    const object = org.localOrg.org.schema.object(name);
    return object === undefined ? [] : org.localOrg.org.all(object);
  };
  const populated = () => recordsOf('Contact').filter(({ Email }) => String(Email).endsWith('@populated.example'));

  /** Every third contact gets the license with roles. One row is repeated, and one has no contact. */
  function writeInput(): string {
    const rows = populated().map(({ Id }, index) => [Id, index % 3 === 0 ? 'Acme Customer Plus' : 'Acme Customer']);
    const [first = []] = rows;
    const lines = [['ContactId', 'Profile'], ...rows, first, ['nobody', '']].map((cells) => cells.join(';'));
    const path = join(org.folder, 'contacts.csv');
    writeFileSync(path, `\uFEFF${lines.join('\r\n')}\r\n`);
    return path;
  }

  /** Takes seats between plan and run, as other users of the org do. */
  function leaveSeats(license: string, left: number): void {
    const found = recordsOf('UserLicense').find(({ Name }) => Name === license);
    if (found === undefined) throw new Error(`no license ${license}`);
    const used = Number(found['UsedLicenses'] ?? 0);
    org.localOrg.org.amend(found.Id, { TotalLicenses: used + left });
  }

  async function post(url: URL | string, form: Readonly<Record<string, string>>): Promise<Response> {
    return org.localOrg.fetch(
      new Request(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' })
    );
  }

  function linksByUser(): ReadonlyMap<string, string> {
    return new Map(org.localOrg.outbox.map(({ userId, link }) => [userId, link ?? '']));
  }

  /** Sets the password with the link of the welcome email, and logs in at the site with it. */
  async function logsIn(link: string, username: string): Promise<boolean> {
    const url = new URL(link);
    const set = await post(new URL(url.pathname, url), {
      token: url.searchParams.get('token') ?? '',
      password: PASSWORD,
      confirmation: PASSWORD
    });
    const login = await post(new URL('/acmehelp/login', url), { username, password: PASSWORD });
    return set.headers.get('location') === '/acmehelp/s/' && login.headers.get('location') === '/acmehelp/s/';
  }

  it(
    'get users of two licenses as long as there are seats, after locks and a crash, and every user logs in at the site',
    async () => {
      const folder = join(org.folder, 'run');
      const file = writeInput();
      const plan = await org.run(['plan', '--file', file, '--run-folder', folder, '--json']);
      expect(JSON.parse(plan.stdout)).toMatchObject({
        status: 68,
        result: { rows: 2502, counts: { enable: 2500, skip: 1, blocked: 1 } }
      });
      leaveSeats('Customer Community', 1000);
      for (const { Id } of recordsOf('Account').slice(0, 40)) org.localOrg.org.locks.refuse(Id, 2);

      const closed = org.hang('PATCH', /\/jobs\/ingest\/\w+$/u, 'after');
      const { child, output } = org.start(['run', '--run-folder', folder, '--json']);
      await Promise.race([closed, output]);
      child.kill('SIGKILL');
      expect((await output).code).toBeNull();
      org.clear();

      const { code, stdout } = await org.runAlone(['resume', '--run-folder', folder, '--json']);
      expect(code).toBe(68);
      const counts = { created: 1834, skipped: 1, blocked: 1, failed: 666 };
      expect(JSON.parse(stdout)).toMatchObject({ result: { state: 'finished', rows: 2502, counts } });
      expect(countsOf(folder)).toEqual(counts);
      // The repeated row.
      expect(repeated(folder)).toHaveLength(1);
      expect(new Set(rowsOf(folder, 'failed').map(({ Code }) => Code))).toEqual(new Set(['licenseLimit']));
      expect(rowsOf(folder, 'blocked').map(({ Code }) => Code)).toEqual(['rowUnusable']);
      expect(new Set(org.users().map((user) => user['ContactId'] ?? user['Id'])).size).toBe(org.users().length);
      const links = linksByUser();
      for (const { UserId = '', NewUsername = '' } of rowsOf(folder, 'created')) {
        expect(await logsIn(links.get(UserId) ?? '', NewUsername)).toBe(true);
      }
    },
    TIMEOUT
  );

  it(
    'get their users from failed.csv once there are seats, without welcome email, and a link from a wave of resets',
    async () => {
      leaveSeats('Customer Community', 2000);
      const before = org.localOrg.outbox.length;
      const folder = join(org.folder, 'again');
      const failed = join(org.folder, 'run', 'failed.csv');
      const args = [
        '--file',
        failed,
        '--run-folder',
        folder,
        '--welcome-email',
        'suppress',
        '--batch-size',
        '100',
        '--json'
      ];
      const { code, stdout } = await org.runAlone(['run', ...args]);
      expect({ code, result: JSON.parse(stdout) }).toMatchObject({
        code: 0,
        result: { result: { counts: { created: 666 }, message: '' } }
      });
      expect(org.localOrg.outbox.length).toBe(before);
      expect(recordsOf('Network').filter((site) => site['OptionsSendWelcomeEmail'] === false)).toEqual([]);

      const wave = ['reset-passwords', '--run-folder', folder, '--limit', '5', '--rate', '6000', '--json'];
      expect(JSON.parse((await org.runAlone(wave)).stdout)).toMatchObject({ result: { reset: 5, left: 661 } });
      const [{ UserId = '', NewUsername = '' } = {}] = rowsOf(folder, 'created');
      const mails = org.localOrg.outbox.slice(before);
      expect(mails).toHaveLength(5);
      expect(mails.some((mail) => mail.userId === UserId)).toBe(true);
      expect(await logsIn(linksByUser().get(UserId) ?? '', NewUsername)).toBe(true);
    },
    TIMEOUT
  );

  it(
    'get no second user from a later run of the same file',
    async () => {
      const before = org.users().length;
      const folder = join(org.folder, 'later');
      const dry = ['run', '--file', join(org.folder, 'contacts.csv'), '--run-folder', folder, '--dry-run', '--json'];
      expect(JSON.parse((await org.run(dry)).stdout)).toMatchObject({
        status: 0,
        result: { state: 'planned', message: expect.stringMatching(/^Would create 0 users/u) }
      });
      expect(existsSync(join(folder, 'already.csv'))).toBe(false);
      const { code, stdout } = await org.run(['run', '--run-folder', folder]);
      expect(code).toBe(68);
      expect(stdout).toMatch(/^ {2}already +2500 {2}.*already\.csv$/mu);
      expect(org.users()).toHaveLength(before);
    },
    TIMEOUT
  );
});
