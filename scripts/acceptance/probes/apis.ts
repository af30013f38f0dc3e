import { isJson, listAt, textAt } from 'sf-cli/json';
import { metadataName } from '../../shared/sf/networkXml.ts';
import { quoted } from '../../shared/soql.ts';
import { ended } from './bulkQueries.ts';
import { NotAsked, probesOf } from './probe.ts';
import type { ProbeOrg } from './probeOrg.ts';
import { create, NAME, needContact, salesOpsOf } from './records.ts';
import { observed, outcomeOf, type Reply } from './reply.ts';

/** What the APIs themselves take and refuse. */
export const APIS = probesOf(
  {
    fact: 'F-091',
    question: 'Which backslashes does a text in SOQL take?',
    expected: String.raw`\n \r \t \b \f \" \' \\ \u0041: accepted; \q: MALFORMED_QUERY`,
    ask: async (org) => {
      const from = 'SELECT Id FROM Account WHERE Name = ';
      const sequences = String.raw`\n \r \t \b \f \" \' \\ \u0041`;
      const ask = async (text: string): Promise<Reply> =>
        org.send('GET', `/query?q=${encodeURIComponent(from + text)}`);
      const good = await ask(`'${sequences}'`);
      const bad = await ask(String.raw`'\q'`);
      return observed(String.raw`${sequences}: ${outcomeOf(good)}; \q: ${outcomeOf(bad)}`, good, bad);
    }
  },
  {
    fact: 'F-092',
    question: 'How many wrong passwords lock a user out, and for how long?',
    expected: 'ten, for fifteen minutes',
    notProbed: 'It takes a log-in page and fifteen minutes.'
  },
  {
    fact: 'F-093',
    question: 'Which package is too large for a deploy?',
    expected: 'more than 10,000 files, 39 MB zipped or 600 MB unzipped',
    notProbed: 'It takes a package of such a size, and no document names the refusal.'
  },
  {
    fact: 'F-094',
    question: 'Does a WHERE clause take a string of 4,000 characters, and one of 4,001?',
    expected: '4,000: accepted; 4,001: refused',
    ask: async (org) => {
      const ask = async (length: number): Promise<Reply> => {
        const soql = `SELECT Id FROM Account WHERE Name = ${quoted('a'.repeat(length))}`;
        const reply = await org.send('GET', `/query?q=${encodeURIComponent(soql)}`);
        return { ...reply, line: `a string of ${String(length)} characters → ${outcomeOf(reply, 'exceeds')}` };
      };
      const [most, more] = [await ask(4000), await ask(4001)];
      const said = (reply: Reply): string => (reply.isOk ? 'accepted' : 'refused');
      return observed(`4,000: ${said(most)}; 4,001: ${said(more)}`, most, more);
    }
  },
  {
    fact: 'F-095',
    question: 'Does an answer 500 or 503 say whether the org began the work?',
    expected: 'no',
    notProbed: 'It takes an error of the platform.'
  },
  {
    fact: 'F-097',
    question: 'What does #N/A do in CSV of Bulk API 2.0, and in JSON?',
    expected: 'CSV: null; JSON: text',
    ask: async (org) => {
      const contact = await needContact(org, { Phone: '1' });
      const json = await org.send('PATCH', `/sobjects/Contact/${contact}`, { Department: '#N/A' });
      const job = await updateByCsv(org, 'Contact', `Id,Phone\n${contact},#N/A\n`);
      const [row] = await org.query(`SELECT Phone, Department FROM Contact WHERE Id = ${quoted(contact)}`);
      const ofCsv = textAt(row, 'Phone') === '' ? 'null' : textAt(row, 'Phone');
      const ofJson = textAt(row, 'Department') === '#N/A' ? 'text' : textAt(row, 'Department') || 'null';
      return observed(`CSV: ${ofCsv}; JSON: ${ofJson}`, job, json);
    }
  },
  {
    fact: 'F-098',
    question: 'Does the describe result of an object list only the fields that the person may see?',
    expected: 'sales ops: as by UI API',
    ask: async (org) => {
      const salesOps = salesOpsOf(org);
      const describe = await salesOps.send('GET', '/sobjects/Contact/describe');
      const info = await salesOps.send('GET', '/ui-api/object-info/Contact');
      const described = new Set(listAt(describe.body, 'fields').map((field) => textAt(field, 'name')));
      const fields = isJson(info.body) && isJson(info.body['fields']) ? Object.keys(info.body['fields']) : [];
      const missing = fields.filter((name) => !described.has(name));
      const answer = missing.length === 0 && fields.length > 0 ? 'as by UI API' : `without ${missing.join(', ')}`;
      return observed(`sales ops: ${answer}`, describe, info);
    }
  },
  {
    fact: 'F-102',
    question: 'Which metadata name has a profile whose name has signs?',
    expected: `as we write it: ${metadataName(`${NAME} & (B) v2.0`)}`,
    ask: async (org) => {
      const [license] = await org.query("SELECT Id FROM UserLicense WHERE Name = 'Customer Community'");
      const name = `${NAME} & (B) v2.0`;
      const profile = await create(org, 'Profile', { Name: name, UserLicenseId: textAt(license, 'Id') });
      if (!profile.isOk) throw new NotAsked(`The org makes no profile by REST API (${profile.line}).`);
      const answer = await org.sf([
        ...['org', 'list', 'metadata', '--metadata-type', 'Profile'],
        ...['--target-org', org.username]
      ]);
      if (answer.kind === 'refused') throw new Error(answer.message);
      const names = listAt({ list: answer.value }, 'list').map((one) => textAt(one, 'fullName'));
      const ours = names.find((one) => one.startsWith(NAME)) ?? 'none';
      return observed(`as we write it: ${ours}`, profile);
    }
  }
);

/** Updates records by a job of Bulk API 2.0, and waits for its end. */
async function updateByCsv(org: ProbeOrg, object: string, csv: string): Promise<Reply> {
  const about = { object, operation: 'update', contentType: 'CSV', lineEnding: 'LF' };
  const job = await org.send('POST', '/jobs/ingest', about);
  if (!job.isOk) throw new Error(job.line);
  const path = `/jobs/ingest/${textAt(job.body, 'id')}`;
  const upload = await org.send('PUT', `${path}/batches`, csv, 'text/csv');
  if (!upload.isOk) throw new Error(upload.line);
  await org.send('PATCH', path, { state: 'UploadComplete' });
  return ended(org, path);
}
