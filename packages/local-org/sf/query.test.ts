import { runCommand } from 'sf-cli/command';
import { runHostedSf } from 'sf-cli/host/hostedSf';
import { serveForSf } from '../testing/serveForSf.ts';

/** Each call starts the real CLI, which takes seconds. */
const TIMEOUT = 120_000;

describe('the sf CLI against the local org', () => {
  const { home, environment } = serveForSf({ org: 'ready' }, TIMEOUT);

  const printed = async (run: typeof runCommand, args: readonly string[]): Promise<string> => {
    const { exitCode, stdout } = await run('sf', args, environment(), 2, home());
    if (exitCode !== 0) throw new Error(stdout);
    return stdout;
  };
  /** Answers what a command prints; fails with it where the command does. */
  const sf = (...args: string[]): Promise<string> => printed(runCommand, args);
  /** Answers the JSON of a command that runs in a process that has loaded the CLI. */
  const hosted = async (...args: string[]): Promise<unknown> =>
    JSON.parse(await printed(runHostedSf, [...args, '--json']));

  it(
    'draws the rows of a query as a table',
    async () => {
      const table = await sf(
        'data',
        'query',
        '--query',
        "SELECT Name, Account.Name FROM Contact WHERE LastName = 'Dubois'"
      );
      expect(table).toContain('ACCOUNT.NAME');
      expect(table).toMatch(/Amélie Dubois.*Northwind Ångström AB/);
      expect(table).toContain('Total number of records retrieved: 1.');
    },
    TIMEOUT
  );

  it(
    'creates, updates and finds a record',
    async () => {
      const created = await sf(
        'data',
        'create',
        'record',
        '--sobject',
        'Contact',
        '--values',
        "LastName='Müller' DoNotCall=true",
        '--json'
      );
      expect(JSON.parse(created)).toMatchObject({
        status: 0,
        result: { success: true, id: expect.stringMatching(/^003/) }
      });
      await sf(
        'data',
        'update',
        'record',
        '--sobject',
        'Contact',
        '--where',
        "LastName='Müller'",
        '--values',
        "Title='Büroleitung'"
      );
      const found = await sf(
        'data',
        'query',
        '--query',
        "SELECT Title, DoNotCall FROM Contact WHERE LastName = 'Müller'",
        '--json'
      );
      expect(JSON.parse(found)).toMatchObject({
        status: 0,
        result: { totalSize: 1, records: [{ Title: 'Büroleitung', DoNotCall: true }] }
      });
    },
    TIMEOUT
  );

  it(
    'deletes a record, which it finds with --all-rows only and cannot delete again',
    async () => {
      const remove = ['data', 'delete', 'record', '--sobject', 'Contact', '--where', "LastName='Suharto'"];
      const deleted = await hosted(...remove);
      expect(deleted).toMatchObject({ status: 0, result: { success: true, id: expect.stringMatching(/^003/) } });
      const { id } = (deleted as { readonly result: { readonly id: string } }).result;
      const query = ['data', 'query', '--query', "SELECT IsDeleted FROM Contact WHERE LastName = 'Suharto'"];
      expect(await hosted(...query)).toMatchObject({ result: { totalSize: 0 } });
      expect(await hosted(...query, '--all-rows')).toMatchObject({ result: { records: [{ IsDeleted: true }] } });
      const again = hosted('data', 'delete', 'record', '--sobject', 'Contact', '--record-id', id);
      await expect(again).rejects.toThrow('ENTITY_IS_DELETED');
    },
    TIMEOUT
  );

  it(
    'shows the org’s error about a query',
    async () => {
      const mistaken = sf('data', 'query', '--query', 'SELECT Naem FROM Contact', '--json');
      await expect(mistaken).rejects.toThrow("No such column 'Naem' on entity 'Contact'");
    },
    TIMEOUT
  );
});
