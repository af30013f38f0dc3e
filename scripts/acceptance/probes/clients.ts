import type { Probe } from './probe.ts';
import type { ProbeOrg } from './probeOrg.ts';
import { observed, outcomeOf, type Observation } from './reply.ts';

/** What clients of others rely on: query jobs and passwords. */
export const CLIENTS: readonly Probe[] = [
  {
    fact: 'F-157',
    question: 'How is a query job refused that Bulk API 2.0 does not support?',
    expected: 'compound field: API_ERROR; children: API_ERROR; misspelled field: API_ERROR',
    ask: askForQueryJobs
  },
  {
    fact: 'F-159',
    question: 'Does an org let users set their own password by setPassword()?',
    expected: 'where it allows it; else INSUFFICIENT_ACCESS',
    notProbed: 'It would change the password of the person who asks: sf org generate password, by hand.'
  }
];

async function askForQueryJobs(org: ProbeOrg): Promise<Observation> {
  const create = (query: string) => org.send('POST', '/jobs/query', { operation: 'query', query });
  const compound = await create('SELECT MailingAddress FROM Contact');
  const children = await create('SELECT Id, (SELECT Id FROM Contacts) FROM Account');
  const misspelled = await create('SELECT Naem FROM Contact');
  const answer = `compound field: ${outcomeOf(compound)}; children: ${outcomeOf(children)}; misspelled field: ${outcomeOf(misspelled)}`;
  return observed(answer, compound, children, misspelled);
}
