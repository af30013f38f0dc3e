import { setTimeout } from 'node:timers/promises';
import { listAt, textAt } from 'sf-cli/json';
import { quotedList } from '../../shared/soql.ts';
import { graphql } from './graphql.ts';
import { probesOf } from './probe.ts';
import type { ProbeOrg } from './probeOrg.ts';
import { needAccount } from './records.ts';
import { observed, observedOutcome, outcomeOf, type Reply } from './reply.ts';

/** Milliseconds. */
const PATIENCE = 120_000;
const PAUSE = 1000;

/** Query jobs, and what is of a scratch org. */
export const BULK_QUERIES = probesOf(
  {
    fact: 'F-158',
    question: 'How does the CSV of a query job write 23 and 16147805824397?',
    expected: '"23.0", "1.6147805824397E13"',
    ask: async (org) => {
      const few = await needAccount(org, { AnnualRevenue: 23 });
      const many = await needAccount(org, { AnnualRevenue: 16_147_805_824_397 });
      const soql = `SELECT AnnualRevenue FROM Account WHERE Id IN (${quotedList([few, many])}) ORDER BY AnnualRevenue`;
      const job = await queryJob(org, soql);
      if (!job.isOk) return observedOutcome(job);
      const path = `/jobs/query/${textAt(job.body, 'id')}`;
      org.undo.add(async () => org.send('DELETE', path).then(() => null));
      await ended(org, path);
      const results = await org.send('GET', `${path}/results`);
      const [, ...rows] = String(results.body).trim().split(/\r?\n/u);
      return observed(rows.join(', '), job, results);
    }
  },
  {
    fact: 'F-170',
    question: 'Which names have the standard objects and fields of an org?',
    expected: 'those of its edition and its features',
    notProbed: 'It takes orgs of each edition, with and without each feature.'
  },
  {
    fact: 'F-171',
    question: 'Has the GraphQL schema object infos?',
    expected: 'accepted',
    ask: async (org) =>
      observedOutcome(await graphql(org, 'query { uiapi { objectInfos(apiNames: ["Account"]) { ApiName } } }'))
  },
  {
    fact: 'F-172',
    question: 'What does SOQL answer to a field that is selected twice?',
    expected: 'refused, “duplicate field selected: Id”',
    ask: async (org) => {
      const reply = await org.send('GET', `/query?q=${encodeURIComponent('SELECT Id, Id FROM Account LIMIT 1')}`);
      const isSaid = reply.message.includes('duplicate field selected: Id');
      return observed(isSaid ? 'refused, “duplicate field selected: Id”' : outcomeOf(reply, ' '), reply);
    }
  },
  {
    fact: 'F-166',
    question: 'In which form does /services/scim/v1/Users refuse a user without a profile?',
    expected: 'Errors with a description',
    ask: async (org) => {
      const user = { schemas: ['urn:scim:schemas:core:1.0'], userName: 'acceptance@example.invalid' };
      const reply = await org.send('POST', '/services/scim/v1/Users', user);
      const [error] = listAt(reply.body, 'Errors');
      const description = textAt(error, 'description');
      const answer = description === '' ? `HTTP ${String(reply.status)}` : 'Errors with a description';
      return { answer, evidence: `${reply.line} ${description}` };
    }
  }
);

async function queryJob(org: ProbeOrg, query: string): Promise<Reply> {
  return org.send('POST', '/jobs/query', { operation: 'query', query });
}

/** Waits until a job of Bulk API 2.0 is done. */
export async function ended(org: ProbeOrg, path: string): Promise<Reply> {
  const start = Date.now();
  for (;;) {
    const reply = await org.send('GET', path);
    const state = textAt(reply.body, 'state');
    if (['JobComplete', 'Failed', 'Aborted'].includes(state)) return reply;
    if (Date.now() - start > PATIENCE) throw new Error(`The job ${path} is ${state} after two minutes.`);
    await setTimeout(PAUSE);
  }
}
