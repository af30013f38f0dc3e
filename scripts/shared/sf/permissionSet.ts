import { listAt, numberAt, textAt } from '../json.ts';
import { PERMISSION_SET } from '../product.ts';
import type { Sf, SfRefusal } from './sf.ts';

export type Assignment = { readonly kind: 'assigned'; readonly note: string } | SfRefusal;

/** Assigns the product's permission set; whoever has it already keeps it. */
export async function assignPermissionSet(
  sf: Sf,
  targetOrg: string,
  usernames: readonly [string, ...string[]]
): Promise<Assignment> {
  const whom = usernames.flatMap((username) => ['--on-behalf-of', username]);
  const answer = await sf(['org', 'assign', 'permset', '--name', PERMISSION_SET, ...whom, '--target-org', targetOrg]);
  if (answer.kind === 'done') return { kind: 'assigned', note: usernames.join(', ') };
  const failures = listAt(answer.result, 'failures');
  // The org's words for a second assignment are not to be relied on, so the org is asked who has it.
  if (failures.length > 0 && (await haveAll(sf, targetOrg, usernames))) {
    return { kind: 'assigned', note: `${usernames.join(', ')}: assigned before` };
  }
  return { ...answer, message: answer.message || textAt(failures[0], 'message') };
}

async function haveAll(sf: Sf, targetOrg: string, usernames: readonly string[]): Promise<boolean> {
  const names = usernames.map((username) => `'${username.replaceAll("'", "\\'")}'`).join(', ');
  const query = `SELECT COUNT() FROM PermissionSetAssignment WHERE PermissionSet.Name = '${PERMISSION_SET}' AND Assignee.Username IN (${names})`;
  const answer = await sf(['data', 'query', '--query', query, '--target-org', targetOrg]);
  return answer.kind === 'done' && numberAt(answer.result, 'totalSize') === usernames.length;
}
