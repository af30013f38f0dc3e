import { textAt } from 'sf-cli/json';
import { toShell } from 'sf-cli/shell';
import { PARTNER_PERMISSION_SET, PERMISSION_SET } from '../../shared/product.ts';
import { quoted } from '../../shared/soql.ts';
import { findingsOf, listed, reasonOf, type Finding } from '../finding.ts';
import type { Links } from '../links.ts';
import type { Org } from '../org.ts';
import { deployCommand } from './deployCommand.ts';

/** Whether the product's permission set is deployed, and to whom it is assigned. */
export async function permissionSet(org: Org, links: Links): Promise<Finding> {
  return findHolders(org, links, PERMISSION_SET, findingsOf('permissionSet', 'Permission set'));
}

/**
 * The same of the right to make partner accounts; null where nobody needs it: without partner accounts, or where this user
 * can't see the field, Account has no IsPartner [F-026].
 */
export async function partnerPermissionSet(org: Org, links: Links): Promise<Finding | null> {
  const accounts = await org.query('SELECT COUNT() FROM Account WHERE IsPartner = true');
  return accounts.kind === 'refused'
    ? null
    : findHolders(org, links, PARTNER_PERMISSION_SET, findingsOf('partnerPermissionSet', 'Partner accounts'));
}

async function findHolders(org: Org, links: Links, set: string, say: ReturnType<typeof findingsOf>): Promise<Finding> {
  const [sets, assignments] = await Promise.all([
    org.query(`SELECT Id FROM PermissionSet WHERE Name = ${quoted(set)}`),
    org.query(
      'SELECT Assignee.Name, Assignee.Username FROM PermissionSetAssignment ' +
        `WHERE PermissionSet.Name = ${quoted(set)} AND Assignee.IsActive = true ORDER BY Assignee.Name`
    )
  ]);
  if (sets.kind === 'refused') {
    return say('unknown', `Permission sets can’t be read (${reasonOf(sets)}).`);
  }
  if (sets.value.records.length === 0) {
    return say('warning', `${set} is not deployed.`, { fix: deployCommand(org), facts: { deployed: false } });
  }
  if (assignments.kind === 'refused') {
    return say('unknown', `${set} is deployed; who holds it can’t be read (${reasonOf(assignments)}).`, {
      facts: { deployed: true }
    });
  }
  const holders = assignments.value.records.map((row) => ({
    name: textAt(row, 'Assignee', 'Name'),
    username: textAt(row, 'Assignee', 'Username')
  }));
  const facts = { deployed: true, holders };
  return holders.length === 0
    ? say('warning', `${set} is deployed, and assigned to nobody.`, {
        fix: `Assign it: npx sf org assign permset --name ${set} ${toShell(['--target-org', org.name])}`,
        link: links.setup('PermSets'),
        facts
      })
    : say('pass', `${set} is assigned to ${listed(holders.map(({ name }) => name))}.`, { facts });
}
