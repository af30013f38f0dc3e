import { known } from 'sf-cli/answer';
import type { Assignment } from '../store/assignments.ts';
import type { Store } from '../store/store.ts';
import { createRepeatably, MOST_IN_A_COLLECTION, type Written } from '../transports/collections.ts';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import { chunksOf } from './chunksOf.ts';
import type { RunContext } from './openRun.ts';
import { checkWelcomeEmail } from './welcomeEmail.ts';
import { writeAgain } from './writeAgain.ts';

/**
 * Assigns permission sets. A refusal leaves the user as it is, and is added to the message of its row. An assignment may be
 * sent again after no answer, as the org refuses a second one with DUPLICATE_VALUE.
 */
export async function assignPermissionSets(run: RunContext): Promise<OrgAnswer<null>> {
  const { store, api, clock, progress } = run;
  const total = store.assignments.pendingCount();
  if (total === 0) return known(null);
  progress.stage('Assigning permission sets', total);
  for (const chunk of chunksOf(store.assignments.pending(), MOST_IN_A_COLLECTION)) {
    const checked = await checkWelcomeEmail(run);
    if (checked.kind === 'refused') return checked;
    const assigned = await writeAgain(
      chunk,
      (tried) => createRepeatably(api, 'PermissionSetAssignment', tried.map(toRecord), clock),
      (answered) => {
        store.transaction(() => {
          for (const [assignment, answer] of answered) recordAnswer(store, assignment, answer);
        });
      },
      clock
    );
    if (assigned.kind === 'refused') return assigned;
  }
  return known(null);
}

function toRecord({ userId, permissionSetId }: Assignment): Readonly<Record<string, string>> {
  return { AssigneeId: userId, PermissionSetId: permissionSetId };
}

function recordAnswer(store: Store, assignment: Assignment, answer: Written): void {
  const refusal = answer.kind === 'failed' && answer.failure.code !== 'duplicateValue' ? answer.failure.message : null;
  store.assignments.save(assignment, refusal);
  const outcome = store.outcomes.get(assignment.row);
  if (refusal === null || outcome === undefined) return;
  const sentence = `Permission set ${assignment.permissionSetId} was not assigned: ${refusal}`;
  const message = [outcome.message, sentence].filter((part) => part !== '').join(' ');
  store.outcomes.save({ ...outcome, code: 'permissionSetRefused', message });
}
