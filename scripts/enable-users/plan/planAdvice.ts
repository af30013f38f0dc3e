import type { PlanOutcome } from '../store/planRows.ts';

/** What to do about a row that the plan sends nothing for, where its sentence says only what is wrong. */
const ADVICE: Readonly<Partial<Record<PlanOutcome, Readonly<Record<string, string>>>>> = {
  blocked: {
    partnerAccountNotEnabled:
      'Plan with --partner-accounts enable, or name a profile for customers in a column Profile.',
    personAccount: 'Name a profile for customers in a column Profile.',
    usernameTaken: 'Put another name into the column Username.',
    nicknameTaken: 'Put another name into the column Nickname.',
    experiencesOff: 'Plan again then.'
  },
  already: { userActive: 'Nothing is left to do for this row.' },
  skip: { duplicateRow: 'Take one of the two rows out.' }
};

export function adviceForPlan(outcome: PlanOutcome, code: string): string {
  return ADVICE[outcome]?.[code] ?? '';
}
