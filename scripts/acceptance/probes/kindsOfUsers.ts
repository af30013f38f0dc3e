import { flagAt, listAt, textAt, valueAt } from 'sf-cli/json';
import { quoted } from '../../shared/soql.ts';
import { NotAsked, probesOf } from './probe.ts';
import type { ProbeOrg } from './probeOrg.ts';
import { create, createUser, NAME, need, needAccount, needContact, needUser, unique, userFields } from './records.ts';
import { observed, observedOutcome } from './reply.ts';

/** Partners, persons, standard profiles and role levels. */
export const KINDS_OF_USERS = probesOf(
  {
    fact: 'F-009',
    question: 'Does UI API make an account a partner account?',
    expected: 'IsPartner: true',
    ask: async (org) => {
      const account = await needAccount(org);
      const reply = await org.send('PATCH', `/ui-api/records/${account}`, { fields: { IsPartner: true } });
      if (!reply.isOk) return observedOutcome(reply);
      const [row] = await org.query(`SELECT IsPartner FROM Account WHERE Id = ${quoted(account)}`);
      return observed(`IsPartner: ${String(flagAt(row, 'IsPartner'))}`, reply);
    }
  },
  {
    fact: 'F-010',
    question: 'Can the contact of a person account get a partner license?',
    expected: 'refused',
    ask: async (org) => {
      const reply = await createUser(org, 'Partner Community', { ContactId: await personContact(org) });
      return observed(reply.isOk ? 'accepted' : 'refused', reply);
    }
  },
  {
    fact: 'F-011',
    question: 'Does the org refuse the standard profile Customer Community User for a new user?',
    expected: 'FIELD_INTEGRITY_EXCEPTION, “standard external profiles”',
    ask: async (org) => {
      const [profile] = await org.query("SELECT Id FROM Profile WHERE Name = 'Customer Community User'");
      if (profile === undefined) throw new NotAsked('The org has no profile Customer Community User.');
      const fields = {
        ...(await userFields(org)),
        ProfileId: textAt(profile, 'Id'),
        ContactId: await needContact(org)
      };
      return observedOutcome(await create(org, 'User', fields), 'standard external profiles');
    }
  },
  {
    fact: 'F-012',
    question: 'Which role level has a partner for whom none was chosen, and which can be chosen?',
    expected: 'Worker of Executive, Manager, Worker',
    ask: async (org) => {
      const path = '/ui-api/object-info/User/picklist-values/012000000000000AAA/PortalRole';
      const picklist = await org.send('GET', path);
      const levels = listAt(picklist.body, 'values').map((value) => textAt(value, 'value'));
      const { user } = await needUser(org, 'Partner Community');
      const [row] = await org.query(`SELECT PortalRole FROM User WHERE Id = ${quoted(user)}`);
      const ofRoles = levels.filter((level) => level !== 'PersonAccount').sort();
      return observed(`${textAt(row, 'PortalRole')} of ${ofRoles.join(', ')}`, picklist);
    }
  },
  {
    fact: 'F-013',
    question: 'Do “Don’t Process” and “Forget this Individual” prevent a user of the contact?',
    expected: 'accepted',
    ask: async (org) => {
      const individual = await create(org, 'Individual', {
        LastName: `${NAME} ${unique()}`,
        HasOptedOutProcessing: true,
        ShouldForget: true
      });
      if (!individual.isOk) throw new NotAsked(`The org makes no Individual (${individual.line}).`);
      const ContactId = await needContact(org, { IndividualId: valueAt(individual.body, 'id') });
      return observedOutcome(await createUser(org, 'Customer Community', { ContactId }));
    }
  },
  {
    fact: 'F-014',
    question: 'Does a mail to an address that ends in .invalid reach anybody?',
    expected: 'nobody',
    notProbed: 'It takes a mail box, and none has such an address.'
  },
  {
    fact: 'F-068',
    question: 'Which role has a user of a person account whose license has roles?',
    expected: 'PersonAccount',
    ask: async (org) => {
      const { user } = await needUser(org, 'Customer Community Plus', { ContactId: await personContact(org) });
      const [row] = await org.query(`SELECT PortalRole FROM User WHERE Id = ${quoted(user)}`);
      return { answer: textAt(row, 'PortalRole'), evidence: 'SELECT PortalRole FROM User' };
    }
  },
  {
    fact: 'F-082',
    question: 'Is an account that is created with a last name a person account with a contact?',
    expected: 'IsPersonAccount: true, with a contact',
    ask: async (org) => {
      const { account, contact } = await personAccount(org);
      const [row] = await org.query(`SELECT IsPersonAccount FROM Account WHERE Id = ${quoted(account)}`);
      const isPerson = String(flagAt(row, 'IsPersonAccount'));
      return {
        answer: `IsPersonAccount: ${isPerson}, ${contact === '' ? 'without' : 'with'} a contact`,
        evidence: 'SELECT IsPersonAccount, PersonContactId FROM Account'
      };
    }
  },
  {
    fact: 'F-125',
    question: 'Does saving a person account run the flows of Contact?',
    expected: 'no',
    notProbed: 'It takes person accounts, and the page of one in a browser; the scratch org has none.'
  }
);

async function personContact(org: ProbeOrg): Promise<string> {
  return (await personAccount(org)).contact;
}

async function personAccount(org: ProbeOrg): Promise<{ readonly account: string; readonly contact: string }> {
  const describe = await org.send('GET', '/sobjects/Account/describe');
  const hasPersons = listAt(describe.body, 'fields').some((field) => textAt(field, 'name') === 'IsPersonAccount');
  if (!hasPersons) throw new NotAsked('The org has no person accounts.');
  const account = await need(org, 'Account', { FirstName: NAME, LastName: unique() });
  const [row] = await org.query(`SELECT PersonContactId FROM Account WHERE Id = ${quoted(account)}`);
  return { account, contact: textAt(row, 'PersonContactId') };
}
