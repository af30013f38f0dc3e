import { flagAt, listAt, textAt } from 'sf-cli/json';
import { quoted } from '../../shared/soql.ts';
import { probesOf } from './probe.ts';
import type { ProbeOrg } from './probeOrg.ts';
import { change, needAccount, needContact, needUser } from './records.ts';
import { observed, observedOutcome, outcomeOf } from './reply.ts';

/** Users who are disabled, and records that are deleted. */
export const REMOVING = probesOf(
  {
    fact: 'F-080',
    question: 'Does a user keep the contact when it is deactivated, and when it is disabled?',
    expected: 'deactivated: kept; disabled: lost',
    ask: async (org) => {
      const { user } = await needUser(org);
      const contact = async (): Promise<string> => {
        const [row] = await org.query(`SELECT ContactId FROM User WHERE Id = ${quoted(user)}`);
        return textAt(row, 'ContactId') === '' ? 'lost' : 'kept';
      };
      await change(org, 'User', user, { IsActive: false });
      const deactivated = await contact();
      await change(org, 'User', user, { IsActive: true });
      await change(org, 'User', user, { IsPortalEnabled: false });
      const evidence = 'PATCH IsActive, then IsPortalEnabled, and SELECT ContactId';
      return { answer: `deactivated: ${deactivated}; disabled: ${await contact()}`, evidence };
    }
  },
  {
    fact: 'F-081',
    question: 'What becomes of a partner when IsPartner of the account is taken away?',
    expected: 'disabled, and the roles are gone',
    ask: async (org) => {
      const account = await needAccount(org);
      const { user } = await needUser(org, 'Partner Community', {
        ContactId: await needContact(org, { AccountId: account })
      });
      const reply = await org.send('PATCH', `/sobjects/Account/${account}`, { IsPartner: false });
      if (!reply.isOk) return observedOutcome(reply);
      const [row] = await org.query(`SELECT IsActive, ContactId FROM User WHERE Id = ${quoted(user)}`);
      const roles = await org.query(`SELECT Id FROM UserRole WHERE PortalAccountId = ${quoted(account)}`);
      const isDisabled = flagAt(row, 'IsActive') === false && textAt(row, 'ContactId') === '';
      const rest = roles.length === 0 ? 'the roles are gone' : `${String(roles.length)} roles are there`;
      return observed(`${isDisabled ? 'disabled' : 'not disabled'}, and ${rest}`, reply);
    }
  },
  {
    fact: 'F-099',
    question: 'Which MasterRecordId has a contact that was merged?',
    expected: 'the id of the contact that was kept',
    notProbed: 'Only the SOAP API and Apex merge records, and the probes use neither.'
  },
  {
    fact: 'F-120',
    question: 'Which query finds a deleted record, and does REST API restore it?',
    expected: 'Query: no; QueryAll: IsDeleted true; restored: no',
    ask: async (org) => {
      const contact = await deletedContact(org);
      const soql = encodeURIComponent(`SELECT Id, IsDeleted FROM Contact WHERE Id = ${quoted(contact)}`);
      const query = await org.send('GET', `/query?q=${soql}`);
      const queryAll = await org.send('GET', `/queryAll?q=${soql}`);
      const restored = await org.send('PATCH', `/sobjects/Contact/${contact}`, { IsDeleted: false });
      const found = listAt(query.body, 'records').length === 0 ? 'no' : 'yes';
      const [row] = listAt(queryAll.body, 'records');
      const answer = `Query: ${found}; QueryAll: IsDeleted ${String(flagAt(row, 'IsDeleted'))}; restored: ${restored.isOk ? 'yes' : 'no'}`;
      return observed(answer, query, queryAll, restored);
    }
  },
  {
    fact: 'F-121',
    question: 'What do the APIs answer to a change of a deleted record?',
    expected: 'sObject Collections: ENTITY_IS_DELETED; UI API: 404',
    ask: async (org) => {
      const contact = await deletedContact(org);
      const records = [{ attributes: { type: 'Contact' }, id: contact, LastName: 'Acceptance' }];
      const collections = await org.send('PATCH', '/composite/sobjects', { allOrNone: false, records });
      const [row] = listAt({ body: collections.body }, 'body');
      const [error] = listAt(row, 'errors');
      const code = textAt(error, 'statusCode') || outcomeOf(collections);
      const ui = await org.send('PATCH', `/ui-api/records/${contact}`, { fields: { LastName: 'Acceptance' } });
      return observed(`sObject Collections: ${code}; UI API: ${String(ui.status)}`, collections, ui);
    }
  },
  {
    fact: 'F-122',
    question: 'What becomes of the contacts of a deleted account?',
    expected: 'deleted',
    ask: async (org) => {
      const account = await needAccount(org);
      const contact = await needContact(org, { AccountId: account });
      const reply = await org.send('DELETE', `/sobjects/Account/${account}`);
      const rows = await org.query(`SELECT Id FROM Contact WHERE Id = ${quoted(contact)}`);
      return observed(rows.length === 0 ? 'deleted' : 'kept', reply);
    }
  },
  {
    fact: 'F-123',
    question: 'Can a contact be deleted whose user is inactive, and whose user is disabled?',
    expected: 'inactive: DELETE_FAILED; disabled: accepted',
    ask: async (org) => {
      const { user, contact } = await needUser(org);
      await change(org, 'User', user, { IsActive: false });
      const inactive = await org.send('DELETE', `/sobjects/Contact/${contact}`);
      await change(org, 'User', user, { IsActive: true });
      await change(org, 'User', user, { IsPortalEnabled: false });
      const disabled = await org.send('DELETE', `/sobjects/Contact/${contact}`);
      return observed(`inactive: ${outcomeOf(inactive)}; disabled: ${outcomeOf(disabled)}`, inactive, disabled);
    }
  },
  {
    fact: 'F-124',
    question: 'What becomes of a lookup field whose record is deleted?',
    expected: 'empty',
    ask: async (org) => {
      const AccountId = await needAccount(org);
      const manager = await needContact(org, { AccountId });
      const contact = await needContact(org, { AccountId, ReportsToId: manager });
      const reply = await org.send('DELETE', `/sobjects/Contact/${manager}`);
      const [row] = await org.query(`SELECT ReportsToId FROM Contact WHERE Id = ${quoted(contact)}`);
      return observed(textAt(row, 'ReportsToId') || 'empty', reply);
    }
  }
);

async function deletedContact(org: ProbeOrg): Promise<string> {
  const contact = await needContact(org);
  const reply = await org.send('DELETE', `/sobjects/Contact/${contact}`);
  if (!reply.isOk) throw new Error(reply.line);
  return contact;
}
