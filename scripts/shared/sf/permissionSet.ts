import { known, type Answer } from 'sf-cli/answer';
import { listAt, numberAt, textAt } from 'sf-cli/json';
import type { Sf, SfRefusal } from 'sf-cli/sf';
import { PERMISSION_SET } from '../product.ts';
import { quotedList } from '../soql.ts';

/** Assigns permission sets, by default the product's own, to users who may have them already. Answers a note for a person. */
export async function assignPermissionSet(
  sf: Sf,
  targetOrg: string,
  usernames: readonly [string, ...string[]],
  permissionSets: readonly string[] = [PERMISSION_SET]
): Promise<Answer<string, SfRefusal>> {
  const names = permissionSets.flatMap((name) => ['--name', name]);
  const assignees = usernames.flatMap((username) => ['--on-behalf-of', username]);
  const answer = await sf(['org', 'assign', 'permset', ...names, ...assignees, '--target-org', targetOrg]);
  if (answer.kind === 'known') return known(usernames.join(', '));
  const failures = listAt(answer.result, 'failures');
  // The error for a second assignment differs between orgs, so the org is asked for the assignments.
  if (failures.length > 0 && (await haveAll(sf, targetOrg, usernames, permissionSets))) {
    return known(`${usernames.join(', ')}: assigned before`);
  }
  return { ...answer, message: answer.message || textAt(failures[0], 'message') };
}

async function haveAll(
  sf: Sf,
  targetOrg: string,
  usernames: readonly string[],
  permissionSets: readonly string[]
): Promise<boolean> {
  const query = `SELECT COUNT() FROM PermissionSetAssignment WHERE PermissionSet.Name IN (${quotedList(permissionSets)}) AND Assignee.Username IN (${quotedList(usernames)})`;
  const answer = await sf(['data', 'query', '--query', query, '--target-org', targetOrg]);
  const expected = usernames.length * permissionSets.length;
  return answer.kind === 'known' && numberAt(answer.value, 'totalSize') === expected;
}
