import type { DemoState } from '../../scratch-org/main.ts';
import type { ProbeResult } from '../probes/probe.ts';
import type { FactRow } from './ledger.ts';

type OrgNames = Pick<DemoState, 'username' | 'orgId' | 'url' | 'salesOpsUsername'>;

/** The answers of an org as rows of the ledger, without what only this org is called. */
export function toFactRows(results: readonly ProbeResult[], names: OrgNames): readonly FactRow[] {
  return results.map(({ fact, question, expected, answer, outcome, note, milliseconds }) => ({
    fact,
    question,
    expected,
    localOrg: null,
    thisOrg: answer === null ? null : withoutNames(answer, names),
    outcome,
    note: withoutNames(note, names),
    seconds: Math.round(milliseconds / 100) / 10
  }));
}

/** The rows beside the answers of a local org to the same questions. */
export function withLocalOrg(rows: readonly FactRow[], results: readonly ProbeResult[]): readonly FactRow[] {
  return rows.map((row) => ({
    ...row,
    localOrg: results.find(({ fact }) => fact === row.fact)?.answer ?? null
  }));
}

/** A session id of any org: the org's id, an exclamation mark, the key. */
const SESSION_ID = /00D\w{12,15}![\w.]+/gu;
/** Of a record or an org; a letter and a digit at least, so that no long word is one. */
const RECORD_ID = /\b(?=[a-zA-Z]*\d)\w{15}(?:\w{3})?\b/gu;

/** The ledger is committed: it names no org, no person and no record. */
export function withoutNames(text: string, { username, orgId, url, salesOpsUsername }: OrgNames): string {
  const named: readonly (readonly [string, string])[] = [
    [url, '<org>'],
    [url.replace(/^https?:\/\//u, ''), '<org>'],
    [username, '<administrator>'],
    [salesOpsUsername, '<sales ops>'],
    [orgId, '<org id>'],
    [orgId.slice(0, 15), '<org id>']
  ];
  return named
    .filter(([name]) => name !== '')
    .reduce((left, [name, instead]) => left.replaceAll(name, instead), text.replace(SESSION_ID, '<session>'))
    .replace(RECORD_ID, '<id>');
}
