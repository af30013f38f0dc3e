import { listAt, numberAt, textAt } from 'sf-cli/json';
import { PERMISSION_SET } from '../product.ts';
import type { Sf, SfRefusal } from 'sf-cli/sf';

export type Assignment = { readonly kind: 'assigned'; readonly note: string } | SfRefusal;

/** Assigns permission sets, the product's own unless others are named; whoever has them already keeps them. */
export async function assignPermissionSet(
  sf: Sf,
  targetOrg: string,
  usernames: readonly [string, ...string[]],
  permissionSets: readonly string[] = [PERMISSION_SET]
): Promise<Assignment> {
  const what = permissionSets.flatMap((name) => ['--name', name]);
  const whom = usernames.flatMap((username) => ['--on-behalf-of', username]);
  const answer = await sf(['org', 'assign', 'permset', ...what, ...whom, '--target-org', targetOrg]);
  if (answer.kind === 'done') return { kind: 'assigned', note: usernames.join(', ') };
  const failures = listAt(answer.result, 'failures');
  // The org's words for a second assignment are not to be relied on, so the org is asked who has it.
  if (failures.length > 0 && (await haveAll(sf, targetOrg, usernames, permissionSets))) {
    return { kind: 'assigned', note: `${usernames.join(', ')}: assigned before` };
  }
  return { ...answer, message: answer.message || textAt(failures[0], 'message') };
}

async function haveAll(
  sf: Sf,
  targetOrg: string,
  usernames: readonly string[],
  permissionSets: readonly string[]
): Promise<boolean> {
  const query = `SELECT COUNT() FROM PermissionSetAssignment WHERE PermissionSet.Name IN (${quoted(permissionSets)}) AND Assignee.Username IN (${quoted(usernames)})`;
  const answer = await sf(['data', 'query', '--query', query, '--target-org', targetOrg]);
  const expected = usernames.length * permissionSets.length;
  return answer.kind === 'done' && numberAt(answer.result, 'totalSize') === expected;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name.replaceAll("'", "\\'")}'`).join(', ');
}
