import type { AcceptanceState } from '../acceptanceState.ts';
import { resultOf, type Ledger, type LedgerOrg, type StepRow } from './ledger.ts';

/** A proof that the call asks for. */
export interface ProofTitle {
  readonly name: string;
  readonly title: string;
}

/** The ledger of what is known so far; a proof without a result is left. null before the org is known. */
export function toLedger(state: AcceptanceState, proofs: readonly ProofTitle[]): Ledger | null {
  const { date, org, facts, pictures } = state;
  if (org === null) return null;
  const left = proofs
    .filter(({ name }) => !state.steps.some(({ step }) => step === name))
    .map(({ name, title }): StepRow => ({ step: name, title, result: 'left', note: '', seconds: 0 }));
  const steps = [...state.steps, ...left];
  return { format: 1, date, org, result: resultOf(facts, steps), facts, steps, pictures };
}

/** Where a ledger goes that no option names. Only that of a scratch org is committed. */
export function defaultFolder(kind: LedgerOrg['kind'], date: string): string {
  return kind === 'scratch' ? `acceptance/${date}` : `.cache/acceptance/${date}`;
}
