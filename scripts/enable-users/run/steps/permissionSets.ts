import type { Failure } from 'c/externalUserRules';
import { numberAt, textAt } from 'sf-cli/json';
import { chunksOf } from '../../chunks.ts';
import { done, type Reply } from '../../reply.ts';
import { isPassing, PATIENCE, waitAfter } from '../../retries.ts';
import type { Sending } from '../sending.ts';
import type { Store } from '../../store/store.ts';
import { createRepeatably, MOST_IN_A_COLLECTION, type Written } from '../../transports/collections.ts';

const MOST_TRIES = 5;

const TABLE = `CREATE TABLE IF NOT EXISTS grants (
  row INTEGER NOT NULL, permissionSetId TEXT NOT NULL, isGranted INTEGER NOT NULL, message TEXT NOT NULL,
  PRIMARY KEY (row, permissionSetId)) WITHOUT ROWID`;

/** Permission sets of the users that the run made or switched on, which are not assigned yet. */
const OPEN = `FROM (
    SELECT DISTINCT row, value AS permissionSetId
    FROM plan, json_each(coalesce(json_extract(draft, '$.permissionSetIds'), '[]'))
  ) AS wanted JOIN results USING (row) LEFT JOIN grants USING (row, permissionSetId)
  WHERE results.outcome IN ('created', 'reactivated') AND isGranted IS NULL`;

interface Grant {
  readonly row: number;
  readonly userId: string;
  readonly permissionSetId: string;
}

/**
 * Assigns permission sets; a second assignment is refused with DUPLICATE_VALUE, so that it may be made again after no
 * answer. A refusal leaves the user as it is, and is said beside it.
 */
export async function grantPermissionSets(sending: Sending): Promise<Reply<null>> {
  const { store, progress } = sending;
  store.database.run(TABLE);
  const total = numberAt(store.database.first(`SELECT count(*) AS rows ${OPEN}`), 'rows') ?? 0;
  if (total === 0) return done(null);
  progress.stage('Assigning permission sets', total);
  const grants = store.database.each(`SELECT row, userId, permissionSetId ${OPEN} ORDER BY row`).map(grantOf);
  for (const chunk of chunksOf(grants, MOST_IN_A_COLLECTION)) {
    const reply = await grant(sending, chunk, 1);
    if (reply.kind === 'refused') return reply;
  }
  return done(null);
}

/** Users that are there without a permission set that they should have. */
export function countWithoutPermissionSet({ database }: Store): number {
  const found = database.first("SELECT count(*) AS rows FROM results WHERE code = 'permissionSetRefused'");
  return numberAt(found, 'rows') ?? 0;
}

async function grant(sending: Sending, grants: readonly Grant[], attempt: number): Promise<Reply<null>> {
  const { store, api, clock } = sending;
  const records = grants.map(({ userId, permissionSetId }) => ({
    AssigneeId: userId,
    PermissionSetId: permissionSetId
  }));
  const reply = await createRepeatably(api, 'PermissionSetAssignment', records, clock);
  if (reply.kind === 'refused') return reply;
  const again: Grant[] = [];
  store.transaction(() => {
    for (const [index, one] of grants.entries()) {
      const refusal = refusalIn(reply.value[index]);
      if (refusal !== null && isPassing(refusal) && attempt < MOST_TRIES) again.push(one);
      else save(sending, one, refusal === null ? null : refusal.message);
    }
  });
  if (again.length === 0) return done(null);
  await clock.sleep(waitAfter(attempt, PATIENCE));
  return grant(sending, again, attempt + 1);
}

function refusalIn(answer: Written | undefined): Failure | null {
  return answer?.kind !== 'failed' || answer.failure.code === 'duplicateValue' ? null : answer.failure;
}

function save({ store }: Sending, { row, permissionSetId }: Grant, refusal: string | null): void {
  const isGranted = refusal === null ? 1 : 0;
  store.database.run('INSERT INTO grants VALUES (?, ?, ?, ?)', row, permissionSetId, isGranted, refusal ?? '');
  const result = store.result(row);
  if (refusal === null || result === undefined) return;
  const sentence = `Permission set ${permissionSetId} was not assigned: ${refusal}`;
  const message = [result.message, sentence].filter((part) => part !== '').join(' ');
  store.saveResult({ ...result, code: 'permissionSetRefused', message });
}

function grantOf(columns: Readonly<Record<string, unknown>>): Grant {
  return {
    row: numberAt(columns, 'row') ?? 0,
    userId: textAt(columns, 'userId'),
    permissionSetId: textAt(columns, 'permissionSetId')
  };
}
