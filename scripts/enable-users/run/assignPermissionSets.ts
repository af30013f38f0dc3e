import { isTransient, waitAfter, type Failure } from 'c/externalUserRules';
import { chunksOf } from './chunksOf.ts';
import { done, type Reply } from '../transports/orgAnswer.ts';
import { PATIENCE } from '../transports/retries.ts';
import type { Sending } from './sendCollections.ts';
import type { Assignment } from '../store/assignments.ts';
import { createRepeatably, MOST_IN_A_COLLECTION, type Written } from '../transports/collections.ts';

const MOST_TRIES = 5;

/**
 * Assigns permission sets; a second assignment is refused with DUPLICATE_VALUE, so that it may be made again after no
 * answer. A refusal leaves the user as it is, and is said beside it.
 */
export async function assignPermissionSets(sending: Sending): Promise<Reply<null>> {
  const { store, progress } = sending;
  const total = store.assignments.pendingCount();
  if (total === 0) return done(null);
  progress.stage('Assigning permission sets', total);
  for (const chunk of chunksOf(store.assignments.pending(), MOST_IN_A_COLLECTION)) {
    const reply = await assign(sending, chunk, 1);
    if (reply.kind === 'refused') return reply;
  }
  return done(null);
}

async function assign(sending: Sending, assignments: readonly Assignment[], attempt: number): Promise<Reply<null>> {
  const { store, api, clock } = sending;
  const records = assignments.map(({ userId, permissionSetId }) => ({
    AssigneeId: userId,
    PermissionSetId: permissionSetId
  }));
  const reply = await createRepeatably(api, 'PermissionSetAssignment', records, clock);
  if (reply.kind === 'refused') return reply;
  const again: Assignment[] = [];
  store.transaction(() => {
    for (const [index, one] of assignments.entries()) {
      const refusal = refusalIn(reply.value[index]);
      if (refusal !== null && isTransient(refusal) && attempt < MOST_TRIES) again.push(one);
      else save(sending, one, refusal === null ? null : refusal.message);
    }
  });
  if (again.length === 0) return done(null);
  await clock.sleep(waitAfter(attempt, PATIENCE));
  return assign(sending, again, attempt + 1);
}

function refusalIn(answer: Written | undefined): Failure | null {
  return answer?.kind !== 'failed' || answer.failure.code === 'duplicateValue' ? null : answer.failure;
}

function save({ store }: Sending, assignment: Assignment, refusal: string | null): void {
  const { row, permissionSetId } = assignment;
  store.assignments.save(assignment, refusal);
  const outcome = store.outcomes.get(row);
  if (refusal === null || outcome === undefined) return;
  const sentence = `Permission set ${permissionSetId} was not assigned: ${refusal}`;
  const message = [outcome.message, sentence].filter((part) => part !== '').join(' ');
  store.outcomes.save({ ...outcome, code: 'permissionSetRefused', message });
}
