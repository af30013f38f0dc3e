import { valueOr, type Refusal } from 'sf-cli/answer';
import { textAt, type Json } from 'sf-cli/json';
import { findingsOf, listed, reasonOf, type Finding } from '../finding.ts';
import type { Links } from '../links.ts';
import type { Org } from '../org.ts';
import type { Reading } from '../reading/reading.ts';

const say = findingsOf('delegatedAdministration', 'Assignable profiles');

/** Profiles have the key prefix 00e. */
const GRANTS = "SELECT DelegateGroupId, GrantedId FROM DelegateGroupGrant WHERE KeyPrefix = '00e'";

/**
 * Which external profiles the groups of delegated administration let people assign who aren't administrators [F-136]. Whether the
 * API asks for such a group is unknown, so a missing one only makes the finding unknown.
 */
export async function delegatedAdministration(org: Org, links: Links, reading: Reading): Promise<Finding> {
  const [groups, grants, members] = await Promise.all([
    org.toolingQuery('SELECT Id, Name FROM DelegateGroup ORDER BY Name'),
    org.toolingQuery(GRANTS),
    org.toolingQuery('SELECT DelegateGroupId, UserOrGroupId FROM DelegateGroupMember')
  ]);
  const link = links.setup('DelegateGroups');
  const cantBeRead = (refusal: Refusal): Finding =>
    say('unknown', `Groups of delegated administration can’t be read (${reasonOf(refusal)}).`, { link });
  if (groups.kind === 'refused') return cantBeRead(groups);
  if (grants.kind === 'refused') return cantBeRead(grants);
  if (members.kind === 'refused') return cantBeRead(members);
  const profiles = new Map(valueOr(reading.profiles, []).map(({ id, name }) => [id, name]));
  const ofGroup = (rows: readonly Json[], id: string): readonly Json[] =>
    rows.filter((row) => textAt(row, 'DelegateGroupId') === id);
  const found = groups.value.records.map((group) => {
    const id = textAt(group, 'Id');
    const granted = ofGroup(grants.value.records, id);
    const assignable = granted.flatMap((grant) => profiles.get(textAt(grant, 'GrantedId')) ?? []);
    const people = ofGroup(members.value.records, id).length;
    return { name: textAt(group, 'Name'), people, profiles: assignable };
  });
  const delegating = found.filter((group) => group.profiles.length > 0);
  const assignable = [...new Set(delegating.flatMap((group) => group.profiles))];
  const missing = [...profiles.values()].filter((name) => !assignable.includes(name));
  const details = {
    link,
    facts: { groups: found, missing },
    lines: delegating.map((group) => `${group.name}: ${String(group.people)} people, ${listed(group.profiles)}`)
  };
  if (delegating.length === 0) {
    return say('unknown', 'No delegated administration group lists an external profile.', {
      ...details,
      fix: 'Who isn’t an administrator may be refused a profile: add a group with these people and profiles.'
    });
  }
  return missing.length === 0
    ? say('pass', `Groups list every external profile: ${String(assignable.length)}.`, details)
    : say('unknown', `Groups list ${listed(assignable)}, not ${listed(missing)}.`, {
        ...details,
        fix: 'Who isn’t an administrator may be refused the others: add them to Assignable Profiles.'
      });
}
