/** What an acceptance found out, as `ledger.json` has it. It names no username, no id of an org and no address. */
export interface Ledger {
  /** Changes with the meaning of a field. */
  readonly format: 1;
  /** `2026-11-30` in UTC. */
  readonly date: string;
  readonly org: LedgerOrg;
  readonly result: LedgerResult;
  readonly facts: readonly FactRow[];
  readonly steps: readonly StepRow[];
  readonly pictures: readonly Picture[];
}

export interface LedgerOrg {
  /** Only a scratch org of Salesforce confirms a fact; a local org answers what we assumed. */
  readonly kind: 'scratch' | 'local';
  /** Such as `Developer Edition`. */
  readonly edition: string;
  /** Such as `Winter '27`. */
  readonly release: string;
  /** The newest that the org has, such as `68.0`. */
  readonly apiVersion: string;
}

/** `same`: all as assumed. `differs`: the org answers something else. `failed`: a step or a question got no result. */
export type LedgerResult = 'same' | 'differs' | 'failed';

/** One fact of docs/platform-facts.md. */
export interface FactRow {
  readonly fact: string;
  readonly question: string;
  readonly expected: string;
  /** The answer of a local org; null where it has none. */
  readonly localOrg: string | null;
  /** The answer of the org of this ledger; null where it has none. */
  readonly thisOrg: string | null;
  readonly outcome: 'same' | 'differs' | 'notProbed' | 'failed';
  /** The org's own words, or why there is no answer. */
  readonly note: string;
  readonly seconds: number;
}

export interface StepRow {
  readonly step: string;
  readonly title: string;
  /** `left`: the run ended before it. */
  readonly result: 'done' | 'failed' | 'left';
  readonly note: string;
  readonly seconds: number;
}

/** A screenshot beside the ledger. */
export interface Picture {
  readonly title: string;
  /** Relative to the ledger. */
  readonly file: string;
}

/** The verdict on all rows. */
export function resultOf(facts: readonly FactRow[], steps: readonly StepRow[]): LedgerResult {
  if (steps.some(({ result }) => result !== 'done') || facts.some(({ outcome }) => outcome === 'failed')) {
    return 'failed';
  }
  return facts.some(({ outcome }) => outcome === 'differs') ? 'differs' : 'same';
}
