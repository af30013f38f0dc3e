import { textAt } from 'sf-cli/json';
import { PERMISSION_SET } from '../../shared/product.ts';
import { quoted } from '../../shared/soql.ts';
import { findingsOf, listed, reasonOf, type Finding } from '../finding.ts';
import type { Links } from '../links.ts';
import type { Org } from '../org.ts';
import { deployCommand } from './deployCommand.ts';

const say = findingsOf('permissionSet', 'Permission set');

/** Whether the product's permission set is deployed, and to whom it is assigned. */
export async function permissionSet(org: Org, links: Links): Promise<Finding> {
  const [sets, assignments] = await Promise.all([
    org.query(`SELECT Id FROM PermissionSet WHERE Name = ${quoted(PERMISSION_SET)}`),
    org.query(
      'SELECT Assignee.Name, Assignee.Username FROM PermissionSetAssignment ' +
        `WHERE PermissionSet.Name = ${quoted(PERMISSION_SET)} AND Assignee.IsActive = true ORDER BY Assignee.Name`
    )
  ]);
  if (sets.kind === 'refused') {
    return say('unknown', `Permission sets can’t be read (${reasonOf(sets)}).`);
  }
  if (sets.value.records.length === 0) {
    return say('warning', `${PERMISSION_SET} is not deployed.`, {
      fix: deployCommand(org),
      facts: { deployed: false }
    });
  }
  if (assignments.kind === 'refused') {
    return say('unknown', `${PERMISSION_SET} is deployed; who holds it can’t be read (${reasonOf(assignments)}).`, {
      facts: { deployed: true }
    });
  }
  const holders = assignments.value.records.map((row) => ({
    name: textAt(row, 'Assignee', 'Name'),
    username: textAt(row, 'Assignee', 'Username')
  }));
  const facts = { deployed: true, holders };
  return holders.length === 0
    ? say('warning', `${PERMISSION_SET} is deployed, and assigned to nobody.`, {
        fix: `Assign it: sf org assign permset --name ${PERMISSION_SET} --target-org ${org.username}`,
        link: links.setup('PermSets'),
        facts
      })
    : say('pass', `${PERMISSION_SET} is assigned to ${listed(holders.map(({ name }) => name))}.`, { facts });
}
