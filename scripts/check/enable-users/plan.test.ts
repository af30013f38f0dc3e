import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveOrg, type ServedOrg } from './servedOrg.ts';

const TIMEOUT = 120_000;

describe('npm run enable-users -- plan', () => {
  let org: ServedOrg;

  beforeAll(async () => {
    org = await serveOrg({ accounts: 5, contacts: 0, partnerEvery: 0 });
  }, TIMEOUT);

  afterAll(async () => {
    await org.close();
  });

  const recordsOf = (name: string) => {
    const object = org.localOrg.org.schema.object(name);
    return object === undefined ? [] : org.localOrg.org.all(object);
  };

  function writeInput(content: string): string {
    const path = join(org.folder, 'in.csv');
    writeFileSync(path, content);
    return path;
  }

  const folderOf = (name: string): string => join(org.folder, name);

  it.each<[string, string[], RegExp]>([
    ['a command that is like one', ['resutls'], /^There is no command "resutls"\. Did you mean results\? /u],
    ['no input', ['plan'], /Exactly one of .*--file.* npm run enable-users -- plan --help lists the flags\.\n/u],
    ['a folder that is not there', ['run', '--run-folder', 'nosuch'], /There is no folder nosuch\. "plan" makes one/u],
    ...['run', 'resume', 'results', 'reset-passwords'].map((command): [string, string[], RegExp] => [
      `${command} in a folder that is not there, before the org that nobody knows`,
      [command, '--run-folder', 'nosuch', '-o', 'nosuch'],
      /There is no folder nosuch\./u
    ]),
    [
      'an org that the CLI does not know',
      ['plan', '--file', 'x', '-o', 'nosuch'],
      /found for nosuch\..* npx sf org list/u
    ]
  ])(
    'refuses a wrong call with exit code 2 and says what to do: %s',
    async (_title, args, message) => {
      const { code, stderr } = await org.run(args);
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(message) as string });
    },
    TIMEOUT
  );

  it(
    'says the outcome of every contact of the org, in 80 columns, and changes nothing',
    async () => {
      const before = recordsOf('User').length;
      const ids = recordsOf('Contact').map(({ Id }) => Id);
      const file = writeInput(`ContactId\r\n${ids.join('\r\n')}\r\nnobody\r\n`);
      const args = ['plan', '--file', file, '--profile', 'Acme Customer', '--run-folder', folderOf('all')];
      const { code, stdout, stderr } = await org.runAlone(args);
      expect({ code, stderr }).toEqual({ code: 68, stderr: '' });
      expect(stdout).toMatch(/^\d+ users can be created; blocked: \d+ rows\.\n\d+ rows of /u);
      expect(stdout).toMatch(/ {2}get a user$/mu);
      expect(stdout).toContain('- Customer Community: ');
      expect(stdout).toContain('ownerWithoutRole');
      expect(stdout).toContain('nothing was changed. The run takes about');
      const long = stdout.split('\n').filter((line) => line.length > 80 && line.trim().includes(' '));
      expect(
        long.filter(
          (line) =>
            !/^(?:\d+ rows of|Every row:|Report:|Next: npm run enable-users -- run --run-folder )|Donau/u.test(line)
        )
      ).toEqual([]);
      expect(recordsOf('User')).toHaveLength(before);
      const csv = readFileSync(join(folderOf('all'), 'plan.csv'), 'utf8')
        .trim()
        .split('\n');
      expect(csv).toHaveLength(ids.length + 2);
      expect(readFileSync(join(folderOf('all'), 'report.html'), 'utf8')).toContain('<h2>Seats</h2>');
    },
    TIMEOUT
  );

  it(
    'prints the same as JSON for the contacts of a query, and exits with 1 for a blocked row with --strict',
    async () => {
      const soql = 'SELECT Id FROM Contact WHERE Account.Owner.UserRoleId = null AND AccountId != null';
      const args = ['plan', '--query', soql, '--strict', '--json', '--run-folder', folderOf('query')];
      const { code, stdout } = await org.run(args);
      expect(code).toBe(1);
      expect(JSON.parse(stdout)).toMatchObject({
        status: 1,
        result: {
          source: 'the query',
          counts: { enable: 0 },
          reasons: expect.arrayContaining([expect.objectContaining({ code: 'ownerWithoutRole', outcome: 'blocked' })])
        }
      });
    },
    TIMEOUT
  );

  it.each([
    ['a file that isn’t there', ['--file', 'gone.csv'], /gone\.csv: there is no such file/u],
    ['a query of something else', ['--query', 'SELECT Id FROM Account'], /finds records of Account\. Select contacts/u],
    ['a query with an unknown field', ['--query', 'SELECT Foo FROM Contact'], /INVALID_FIELD/u],
    ['nothing to plan', [], /--file, --list-view, --query/u],
    ['an unknown kind', ['--file', 'x.csv', '--kind', 'friend'], /--kind=friend/u]
  ])(
    'exits with 2 and says why for %s',
    async (_title, args, message) => {
      const { code, stdout, stderr } = await org.run(['plan', ...args, '--run-folder', folderOf('none')]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(message);
      expect(stderr).not.toMatch(/^\s+at /mu);
    },
    TIMEOUT
  );

  it(
    'exits with 1 and says how to go on where the session has ended',
    async () => {
      const file = writeInput(`Id\n${String(recordsOf('Contact')[0]?.Id)}\n`);
      org.endSession('POST', /\/composite$/u);
      const { code, stderr } = await org.run(['plan', '--file', file, '--run-folder', folderOf('ended')]);
      org.clear();
      expect(code).toBe(1);
      expect(stderr).toMatch(/log in again: npx sf org login web/u);
    },
    TIMEOUT
  );
});
