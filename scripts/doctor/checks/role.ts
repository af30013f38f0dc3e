import { textAt } from 'sf-cli/json';
import { findingsOf, reasonOf, type Finding } from '../finding.ts';
import type { Links } from '../links.ts';
import type { Org } from '../org.ts';
import { quoted } from '../../shared/soql.ts';

const say = findingsOf('role', 'Your role');

/** The owner of an account needs a role before its contacts become users. The administrator of a new org has none. */
export async function role(org: Org, links: Links): Promise<Finding> {
  const answer = await org.query(
    `SELECT Id, Name, UserRoleId, UserRole.Name FROM User WHERE Username = ${quoted(org.username)}`
  );
  if (answer.kind === 'refused') {
    return say('unknown', `Your role can’t be read (${reasonOf(answer)}).`);
  }
  const [user] = answer.value.records;
  if (user === undefined) {
    return say('unknown', `The org shows no user ${org.username}.`);
  }
  const name = textAt(user, 'UserRole', 'Name');
  const facts = { user: textAt(user, 'Name'), role: name || null };
  return textAt(user, 'UserRoleId') === ''
    ? say('warning', `${facts.user} has no role: no contact of an account of yours can become a user.`, {
        fix: 'Give yourself a role on your user page.',
        link: links.user(textAt(user, 'Id')),
        facts
      })
    : say('pass', `${facts.user} has the role ${name}.`, { facts });
}
