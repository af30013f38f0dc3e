import { textAt } from 'sf-cli/json';
import { quoted } from '../../shared/soql.ts';
import { NotAsked, probesOf } from './probe.ts';
import {
  change,
  create,
  createUser,
  idOf,
  needAccount,
  needContact,
  needUser,
  ownerWithoutRole,
  profileWith,
  salesOpsOf,
  takeBack,
  userFields
} from './records.ts';
import { observed, observedOutcome, outcomeOf } from './reply.ts';

const OWNER_NEEDS_ROLE = 'portal account owner must have a role';

/** Creating a user, and what it needs. */
export const CREATING = probesOf(
  {
    fact: 'F-001',
    question: 'Does createRecord of UI API make a user of a contact?',
    expected: 'created with its contact',
    ask: async (org) => {
      const ContactId = await needContact(org);
      const ProfileId = await profileWith(org, 'Customer Community');
      const fields = { ...(await userFields(org)), ProfileId, ContactId };
      const reply = await org.send('POST', '/ui-api/records', { apiName: 'User', fields });
      if (!reply.isOk) return observedOutcome(reply);
      takeBack(org, 'User', idOf(reply));
      const [user] = await org.query(`SELECT ContactId FROM User WHERE Id = ${quoted(idOf(reply))}`);
      const isOfContact = textAt(user, 'ContactId') === ContactId;
      return observed(isOfContact ? 'created with its contact' : 'created without the contact', reply);
    }
  },
  {
    fact: 'F-002',
    question: 'What does the org answer to a user for a contact without an account?',
    expected: `UNKNOWN_EXCEPTION, “${OWNER_NEEDS_ROLE}”`,
    ask: async (org) => {
      const ContactId = await needContact(org, { AccountId: null });
      return observedOutcome(await createUser(org, 'Customer Community', { ContactId }), OWNER_NEEDS_ROLE);
    }
  },
  {
    fact: 'F-003',
    question: 'What does the org answer to a user for an account whose owner has no role?',
    expected: `UNKNOWN_EXCEPTION, “${OWNER_NEEDS_ROLE}”`,
    ask: async (org) => {
      const AccountId = await needAccount(org, { OwnerId: await ownerWithoutRole(org) });
      const ContactId = await needContact(org, { AccountId });
      return observedOutcome(await createUser(org, 'Customer Community', { ContactId }), OWNER_NEEDS_ROLE);
    }
  },
  {
    fact: 'F-004',
    question: 'What does the org answer to a second user of a contact whose first one is inactive?',
    expected: 'PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT, “portal user already exists for contact”',
    ask: async (org) => {
      const { user, contact } = await needUser(org);
      await change(org, 'User', user, { IsActive: false });
      const reply = await createUser(org, 'Customer Community', { ContactId: contact });
      return observedOutcome(reply, 'portal user already exists for contact');
    }
  },
  {
    fact: 'F-005',
    question: 'May a person with Manage External Users only create an internal user?',
    expected: 'refused',
    ask: async (org) => {
      const salesOps = salesOpsOf(org);
      const [profile] = await org.query("SELECT Id FROM Profile WHERE Name = 'Standard User'");
      const reply = await create(salesOps, 'User', { ...(await userFields(org)), ProfileId: textAt(profile, 'Id') });
      return observed(reply.isOk ? 'accepted' : 'refused', reply);
    }
  },
  {
    fact: 'F-136',
    question: 'Does REST API let a person with Manage External Users assign a profile that no delegated group lists?',
    expected: 'accepted',
    ask: async (org) => {
      const ContactId = await needContact(org);
      const ProfileId = await profileWith(org, 'Customer Community');
      const reply = await create(salesOpsOf(org), 'User', { ...(await userFields(org)), ProfileId, ContactId });
      return observedOutcome(reply);
    }
  },
  {
    fact: 'F-137',
    question: 'Which API has the delegated administration groups?',
    expected: 'Tooling API: yes; UI API: no',
    ask: async (org) => {
      const names = ['DelegateGroup', 'DelegateGroupMember', 'DelegateGroupGrant'];
      const rows = await Promise.all(names.map((name) => org.send('GET', toolingQuery(`SELECT Id FROM ${name}`))));
      const info = await org.send('GET', '/ui-api/object-info/DelegateGroup');
      const hasAll = rows.every(({ isOk }) => isOk);
      return observed(`Tooling API: ${yesNo(hasAll)}; UI API: ${yesNo(info.isOk)}`, ...rows, info);
    }
  },
  {
    fact: 'F-138',
    question: 'Does an org without Digital Experiences refuse a permission set with Manage External Users?',
    expected: 'refused, “Unknown user permission: ManagePartners”',
    notProbed: 'It takes an org without Digital Experiences.'
  },
  {
    fact: 'F-006',
    question: 'Does a create answer 404 although the record was created?',
    expected: '404, and the user is there',
    notProbed: 'It takes a person who can create users, but sees none; Manage External Users shows them all.'
  },
  {
    fact: 'F-101',
    question: 'Do the components of a page share the state of a module until the page is loaded anew?',
    expected: 'shared',
    notProbed: 'The state is in the browser; no API knows it.'
  },
  {
    fact: 'F-100',
    question: 'What do a create and a read answer about a deleted contact?',
    expected: 'User: ENTITY_IS_DELETED, “entity is deleted”; REST API: 404 ENTITY_IS_DELETED; UI API: 404',
    ask: async (org) => {
      const ContactId = await needContact(org);
      await org.send('DELETE', `/sobjects/Contact/${ContactId}`);
      const user = await createUser(org, 'Customer Community', { ContactId });
      const rest = await org.send('GET', `/sobjects/Contact/${ContactId}`);
      const ui = await org.send('GET', `/ui-api/records/${ContactId}?fields=Contact.Id`);
      const answer = `User: ${outcomeOf(user, 'entity is deleted')}; REST API: ${String(rest.status)} ${rest.code}; UI API: ${String(ui.status)}`;
      return observed(answer, user, rest, ui);
    }
  },
  {
    fact: 'F-155',
    question: 'Does the org refuse a user for a contact whose account the person can’t read?',
    expected: 'refused',
    notProbed: 'It takes private accounts, an organization-wide default that the org recalculates for all records.'
  },
  {
    fact: 'F-112',
    question: 'Is the username or the nickname of an inactive user free again?',
    expected:
      'inactive: DUPLICATE_USERNAME, DUPLICATE_COMM_NICKNAME; disabled: DUPLICATE_USERNAME, DUPLICATE_COMM_NICKNAME',
    ask: async (org) => {
      const { Username, CommunityNickname } = await userFields(org);
      const { user } = await needUser(org, 'Customer Community', { Username, CommunityNickname });
      const again = async (): Promise<string> => {
        const ContactId = await needContact(org);
        const byName = await createUser(org, 'Customer Community', { ContactId, Username });
        const byNickname = await createUser(org, 'Customer Community', { ContactId, CommunityNickname });
        return `${outcomeOf(byName)}, ${outcomeOf(byNickname)}`;
      };
      await change(org, 'User', user, { IsActive: false });
      const inactive = await again();
      await change(org, 'User', user, { IsActive: true });
      await change(org, 'User', user, { IsPortalEnabled: false });
      const answer = `inactive: ${inactive}; disabled: ${await again()}`;
      return { answer, evidence: 'POST /sobjects/User with the username, then with the nickname' };
    }
  },
  {
    fact: 'F-113',
    question: 'Can an external user of External Identity be without a contact?',
    expected: 'accepted',
    ask: async (org) => {
      const [profile] = await org.query(
        "SELECT Id FROM Profile WHERE UserLicense.Name LIKE 'External Identity%' ORDER BY Name LIMIT 1"
      );
      if (profile === undefined) throw new NotAsked('The org has no license of External Identity.');
      return observedOutcome(
        await create(org, 'User', { ...(await userFields(org)), ProfileId: textAt(profile, 'Id') })
      );
    }
  },
  {
    fact: 'F-103',
    question: 'Can an account become a partner account while an external user owns it?',
    expected: 'UNKNOWN_EXCEPTION, “portal users cannot own partner accounts”',
    ask: async (org) => {
      const { user } = await needUser(org, 'Partner Community');
      const account = await needAccount(org);
      await change(org, 'Account', account, { OwnerId: user });
      const reply = await org.send('PATCH', `/sobjects/Account/${account}`, { IsPartner: true });
      return observedOutcome(reply, 'portal users cannot own partner accounts');
    }
  },
  {
    fact: 'F-007',
    question: 'What does the org answer to a username and a nickname of another user?',
    expected: 'DUPLICATE_USERNAME; DUPLICATE_COMM_NICKNAME',
    ask: async (org) => {
      const [taken] = await org.query(
        'SELECT Username, CommunityNickname FROM User WHERE IsActive = true AND CommunityNickname != null ORDER BY Id LIMIT 1'
      );
      const ContactId = await needContact(org);
      const Username = textAt(taken, 'Username');
      const byName = await createUser(org, 'Customer Community', { ContactId, Username });
      const CommunityNickname = textAt(taken, 'CommunityNickname');
      const byNickname = await createUser(org, 'Customer Community', { ContactId, CommunityNickname });
      return observed(`${outcomeOf(byName)}; ${outcomeOf(byNickname)}`, byName, byNickname);
    }
  },
  {
    fact: 'F-008',
    question: 'Does a second attempt succeed after UNABLE_TO_LOCK_ROW?',
    expected: 'accepted',
    notProbed: 'Whether two transactions meet at one lock is a matter of chance.'
  }
);

function toolingQuery(soql: string): string {
  return `/tooling/query?q=${encodeURIComponent(soql)}`;
}

function yesNo(isSo: boolean): string {
  return isSo ? 'yes' : 'no';
}
