import { textAt } from 'sf-cli/json';
import { ACTION } from '../../shared/product.ts';
import { quoted } from '../../shared/soql.ts';
import { findingsOf, reasonOf, type Finding } from '../finding.ts';
import type { Org } from '../org.ts';
import { deployCommand } from './deployCommand.ts';

const ENTRY = 'enableExternalUser';

/** Whether the action's component is deployed (Tooling API, LightningComponentBundle). */
export async function component(org: Org): Promise<Finding> {
  const say = findingsOf('component', 'Component');
  const answer = await org.toolingQuery(
    `SELECT Id, DeveloperName, NamespacePrefix, ApiVersion FROM LightningComponentBundle WHERE DeveloperName = ${quoted(ENTRY)}`
  );
  if (answer.kind === 'refused') {
    return say('unknown', `Components can’t be read (${reasonOf(answer)}).`);
  }
  const isThere = answer.value.records.length > 0;
  return isThere
    ? say('pass', `${ENTRY} is deployed.`, { facts: { deployed: true } })
    : say('blocked', `${ENTRY} is not deployed.`, { fix: deployCommand(org), facts: { deployed: false } });
}

/** Whether the quick action is deployed (Tooling API, QuickActionDefinition). Only a layout says where it is placed. */
export async function quickAction(org: Org, setupObjects: string): Promise<Finding> {
  const say = findingsOf('quickAction', 'Quick action');
  const answer = await org.toolingQuery(
    `SELECT Id, DeveloperName, SobjectType FROM QuickActionDefinition WHERE DeveloperName = ${quoted(ACTION)}`
  );
  if (answer.kind === 'refused') {
    return say('unknown', `Quick actions can’t be read (${reasonOf(answer)}).`);
  }
  const onContact = answer.value.records.some((row) => textAt(row, 'SobjectType') === 'Contact');
  return onContact
    ? say(
        'pass',
        `Contact.${ACTION} is deployed. Add it to the layout or the dynamic actions of Contact, if it isn’t there.`,
        {
          link: setupObjects,
          facts: { deployed: true }
        }
      )
    : say('blocked', `Contact.${ACTION} is not deployed.`, { fix: deployCommand(org), facts: { deployed: false } });
}
