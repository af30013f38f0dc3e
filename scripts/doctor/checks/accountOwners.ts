import type { Answer } from 'sf-cli/answer';
import { textAt } from 'sf-cli/json';
import { findingsOf, reasonOf, type Finding, type Status } from '../finding.ts';
import type { Links } from '../links.ts';
import type { Org, Rows } from '../org.ts';

const say = findingsOf('accountOwners', 'Account owners');

const OWNERS = 'FROM User WHERE Id IN (SELECT OwnerId FROM Account) AND';
const READY = `${OWNERS} IsActive = true AND UserRoleId != null`;
const WITHOUT_ROLE = `${OWNERS} IsActive = true AND UserRoleId = null`;
const INACTIVE = `${OWNERS} IsActive = false`;

/**
 * The owner of an external user's account must be active and have a role (Help, Create Partner Users: "portal account owner
 * must have a role"). Another owner blocks only the own accounts, and everything if no owner is ready.
 */
export async function accountOwners(org: Org, links: Links): Promise<Finding> {
  const [ready, withoutRole, inactive, examples] = await Promise.all([
    org.query(`SELECT COUNT() ${READY}`),
    org.query(`SELECT COUNT() ${WITHOUT_ROLE}`),
    org.query(`SELECT COUNT() ${INACTIVE}`),
    org.query(`SELECT Id, Name, Username ${WITHOUT_ROLE} ORDER BY Name LIMIT 5`)
  ]);
  const refusal = [ready, withoutRole, inactive].find(({ kind }) => kind === 'refused');
  if (refusal?.kind === 'refused') {
    return say(
      'unknown',
      `Roles of account owners can’t be read (${reasonOf(refusal)}): that takes View Roles and Role Hierarchy.`
    );
  }
  const counts = { ready: countOf(ready), withoutRole: countOf(withoutRole), inactive: countOf(inactive) };
  const shown = examplesOf(examples, links);
  const [status, cause] = verdict(counts);
  return say(status, cause, {
    fix: status === 'pass' ? null : 'Give them a role, or give their accounts another owner.',
    link: status === 'pass' ? null : (shown[0]?.link ?? null),
    facts: { ...counts, examples: shown },
    lines: shown.map(({ name, username }) => `No role: ${name}, ${username}`)
  });
}

interface Counts {
  readonly ready: number;
  readonly withoutRole: number;
  readonly inactive: number;
}

function verdict({ ready, withoutRole, inactive }: Counts): readonly [Status, string] {
  if (ready + withoutRole + inactive === 0) {
    return ['pass', 'There are no accounts yet that you can see.'];
  }
  const found = `Active owners with a role: ${ready}; without a role: ${withoutRole}; inactive: ${inactive}.`;
  if (ready === 0) {
    return ['blocked', `No contact can become a user. ${found}`];
  }
  return withoutRole + inactive === 0
    ? ['pass', found]
    : ['warning', `No contact of some accounts can become a user. ${found}`];
}

function countOf(answer: Answer<Rows>): number {
  return answer.kind === 'known' ? answer.value.total : 0;
}

function examplesOf(answer: Answer<Rows>, links: Links) {
  return answer.kind === 'refused'
    ? []
    : answer.value.records.map((row) => ({
        name: textAt(row, 'Name'),
        username: textAt(row, 'Username'),
        link: links.user(textAt(row, 'Id'))
      }));
}
