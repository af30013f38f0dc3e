import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runHostedSf } from 'sf-cli/host/hostedSf';
import type { StoredRecord } from '../engine/storage/record.ts';
import { serveForSf } from '../testing/serveForSf.ts';

const TIMEOUT = 180_000;

interface Outcome {
  readonly exitCode: number | null;
  readonly json: Readonly<Record<string, unknown>>;
}

describe('the bulk commands of the sf CLI', () => {
  const population = { accounts: 20, contacts: 300, seats: { 'Customer Community': 200 } };
  const { localOrg, home, environment } = serveForSf({ org: 'ready', population }, TIMEOUT, runHostedSf);

  /** Answers what a command says as JSON, also one that fails. */
  const sf = async (...args: string[]): Promise<Outcome> => {
    const { exitCode, stdout } = await runHostedSf('sf', [...args, '--json'], environment(), 2, home());
    return { exitCode, json: JSON.parse(stdout) as Outcome['json'] };
  };
  const bulk = async (command: string, object: string, csv: string, ...more: string[]): Promise<Outcome> => {
    await writeFile(join(home(), `${command}.csv`), csv);
    const file = ['--file', `${command}.csv`];
    return sf('data', command, 'bulk', '--sobject', object, ...file, '--wait', '5', ...more);
  };
  const all = (apiName: string): readonly StoredRecord[] => {
    const object = localOrg.org.schema.object(apiName);
    return object === undefined ? [] : localOrg.org.all(object);
  };
  const populated = (): StoredRecord[] =>
    all('Contact').filter(({ Email }) => String(Email).endsWith('@populated.example'));

  it(
    'import users until no seat is free, and fetch the results',
    async () => {
      const profile = all('Profile').find(({ Name }) => Name === 'Acme Customer');
      const columns =
        'ContactId,ProfileId,Username,Email,FirstName,LastName,Alias,TimeZoneSidKey,LocaleSidKey,LanguageLocaleKey,EmailEncodingKey';
      const rows = populated().map(({ Id, Email, FirstName, LastName }, row) =>
        [
          Id,
          profile?.Id,
          `bulk${row}@portal.example`,
          Email,
          FirstName,
          LastName,
          `b${row}`,
          'Europe/Paris',
          'en_US',
          'en_US',
          'UTF-8'
        ].join(',')
      );
      const imported = await bulk('import', 'User', `${columns}\n${rows.join('\n')}\n`);
      expect(imported).toMatchObject({
        exitCode: 1,
        json: { name: 'FailedRecordDetailsError', data: { state: 'JobComplete' } }
      });
      const { jobId } = imported.json['data'] as { jobId: string };
      const results = await sf('data', 'bulk', 'results', '--job-id', jobId);
      expect(results).toMatchObject({
        exitCode: 0,
        json: { result: { processedRecords: 300, operation: 'insert', object: 'User', status: 'JobComplete' } }
      });
      const { successFilePath, failedFilePath } = results.json['result'] as Record<string, string>;
      const lines = async (file = '') => (await readFile(join(home(), file), 'utf8')).trim().split('\n');
      const [succeeded, failed] = [await lines(successFilePath), await lines(failedFilePath)];
      expect(succeeded[0]).toBe(`"sf__Id","sf__Created",${columns}`);
      expect(failed[1]).toMatch(/^"","LICENSE_LIMIT_EXCEEDED:License Limit Exceeded - Customer Community:--",003/);
      expect(succeeded.length + failed.length).toBe(302);
      expect(all('User').filter(({ Username }) => String(Username).startsWith('bulk'))).toHaveLength(
        succeeded.length - 1
      );
    },
    TIMEOUT
  );

  it(
    'upsert and update contacts',
    async () => {
      const [first, second] = populated();
      const csv = `Email;LastName;Title\n${String(first?.['Email'])};Renamed;\nnew@bulk.example;"New; and quoted";x\n`;
      const upserted = await bulk(
        'upsert',
        'Contact',
        csv,
        '--external-id',
        'Email',
        '--column-delimiter',
        'SEMICOLON'
      );
      expect(upserted).toMatchObject({ exitCode: 0, json: { result: { jobInfo: { numberRecordsProcessed: 2 } } } });
      expect(localOrg.org.find(first?.Id ?? '')).toMatchObject({ LastName: 'Renamed' });
      const updated = await bulk(
        'update',
        'Contact',
        `Id,Title,Email\r\n${second?.Id ?? ''},CEO,#N/A\r\n`,
        '--line-ending',
        'CRLF'
      );
      expect(updated).toMatchObject({ exitCode: 0, json: { result: { processedRecords: 1, failedRecords: 0 } } });
      expect(localOrg.org.find(second?.Id ?? '')).toMatchObject({ Title: 'CEO', Email: null });
    },
    TIMEOUT
  );

  it(
    'export contacts as CSV and as JSON',
    async () => {
      const soql = "SELECT LastName, Account.Name FROM Contact WHERE Email LIKE '%@populated.example'";
      const options = ['--query', soql, '--wait', '5', '--output-file'];
      const exported = await sf('data', 'export', 'bulk', ...options, 'out.csv', '--column-delimiter', 'SEMICOLON');
      const total = populated().length;
      expect(exported).toMatchObject({ exitCode: 0, json: { result: { totalSize: total, filePath: 'out.csv' } } });
      const lines = (await readFile(join(home(), 'out.csv'), 'utf8')).trimEnd().split('\n');
      expect([lines[0], lines.length]).toEqual(['"LastName";"Account.Name"', total + 1]);
      await sf('data', 'export', 'bulk', ...options, 'out.json', '--result-format', 'json');
      expect(JSON.parse(await readFile(join(home(), 'out.json'), 'utf8'))).toHaveLength(total);
      const refused = await sf(
        'data',
        'export',
        'bulk',
        '--query',
        'SELECT COUNT() FROM Contact',
        ...options.slice(2),
        'x'
      );
      expect(refused).toMatchObject({ exitCode: 1, json: { message: expect.stringContaining('aggregate functions') } });
    },
    TIMEOUT
  );

  it(
    'delete contacts, and report why a job failed',
    async () => {
      const contact = all('Contact').find(({ LastName }) => LastName === 'New; and quoted');
      const deleted = await bulk('delete', 'Contact', `Id\n${contact?.Id ?? ''}\n`);
      expect(deleted).toMatchObject({ exitCode: 0, json: { result: { jobInfo: { state: 'JobComplete' } } } });
      expect(localOrg.org.find(contact?.Id ?? '')).toBeUndefined();
      const failed = await bulk('import', 'Contact', 'Surname\nx\n');
      expect(failed).toMatchObject({
        exitCode: 1,
        json: {
          name: 'JobFailedError',
          message: expect.stringContaining('InvalidBatch : Field name not found : Surname')
        }
      });
    },
    TIMEOUT
  );
});
