import { displayText } from 'c/externalUserRules';
import { NAME_FIELDS } from '../store/nameClaims.ts';
import type { Deviation } from '../store/deviations.ts';
import type { CellsWithOutcome, RunOutcome } from '../store/outcomeRows.ts';
import type { RunNote } from '../store/runNotes.ts';

/** Outcomes of rows whose user the run changed. */
const CHANGED: readonly RunOutcome[] = ['created', 'reactivated'];

/** What a row did not get as it asks for it: by the plan, and by what the org refused during the run. */
export function findDeviations(
  outcome: RunOutcome,
  row: Pick<CellsWithOutcome, 'accountId' | 'deviations' | 'plannedNames' | 'sentNames'>,
  notes: readonly RunNote[]
): readonly Deviation[] {
  const isCreated = outcome === 'created';
  // A row that was to be created, and wasn't, says why it failed instead.
  const ofPlan = row.plannedNames.username === '' || isCreated ? row.deviations : [];
  const ofAccount = notes.filter(({ accountId }) => accountId !== '' && accountId === row.accountId);
  return [...ofPlan, ...(isCreated ? renamed(row) : []), ...(row.plannedNames.username === '' ? [] : ofAccount)];
}

/** Sentences about the whole run, for the rows that they concern. */
export function findRunRemarks(outcome: RunOutcome, notes: readonly RunNote[]): readonly string[] {
  return CHANGED.includes(outcome)
    ? notes.filter(({ accountId }) => accountId === '').map(({ sentence }) => sentence)
    : [];
}

/** Names that the org refused during the run. Only the platform knows the usernames of other orgs. */
function renamed({
  plannedNames,
  sentNames
}: Pick<CellsWithOutcome, 'plannedNames' | 'sentNames'>): readonly Deviation[] {
  return NAME_FIELDS.filter((field) => sentNames[field] !== '' && sentNames[field] !== plannedNames[field]).map(
    (field) => ({
      code: `${field}Refused`,
      sentence: `The org refused the ${field} ${displayText(plannedNames[field])} because it is taken, so that it is ${displayText(sentNames[field])}.`
    })
  );
}
