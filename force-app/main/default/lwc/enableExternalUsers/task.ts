import type { Ending, Task } from 'c/externalUserRun';
import type { PlannedRow } from 'c/externalUserSelection';

/** A second run continues with the names of the first one, and looks a user up first where its ending left it open. */
export function toTask({ id, accountId, draft }: PlannedRow, ending: Ending | undefined): Task | [] {
  const sent = ending?.draft ?? draft;
  return sent === null ? [] : { contactId: id, accountId, draft: sent, earlier: ending?.open ?? null };
}
