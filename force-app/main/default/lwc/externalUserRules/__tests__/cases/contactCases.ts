import { known, unknown } from 'c/externalUserRules';
import { account, owner, readyContact } from '../../../../../../test/jest/facts.ts';
import type { Cases } from './case.ts';

const person = { words: ['Amélie Dubois'], record: readyContact.id };
const ownedContact = { id: '003000010000044AAA', name: 'Lars Berg', ownerName: 'Min-jun Kim' };
const ownership = ['Freja Lindqvist', account.name];

/** The findings about the contact and its account. */
export const contactCases = {
  accountPresent: [
    { because: 'the contact has an account', status: 'pass', words: [account.name], record: account.id }
  ],
  accountMissing: [
    {
      because: 'the contact has no account, so it is private',
      contact: { account: known(null) },
      status: 'blocked',
      ...person,
      fix: 'editContact'
    }
  ],
  accountHidden: [
    {
      because: 'the account cannot be read',
      contact: { account: unknown('noAccess') },
      status: 'warning',
      words: ['Amélie Dubois']
    }
  ],

  ownerReady: [{ because: 'the owner is active and has a role', status: 'pass', words: ownership, record: owner.id }],
  ownerInactive: [
    {
      because: 'the owner is inactive, although a role is set',
      contact: { owner: known({ ...owner, isActive: known(false), roleId: known(null) }) },
      status: 'blocked',
      words: ownership,
      record: account.id,
      fix: 'changeOwner',
      otherFixes: ['activateOwner']
    }
  ],
  ownerWithoutRole: [
    {
      because: 'the owner has no role',
      contact: { owner: known({ ...owner, roleId: known(null) }) },
      status: 'blocked',
      words: ownership,
      record: owner.id,
      fix: 'giveRole',
      otherFixes: ['changeOwner']
    },
    {
      because: 'the owner has no role, and activity is hidden',
      contact: { owner: known({ ...owner, isActive: unknown('noAccess'), roleId: known(null) }) },
      status: 'blocked',
      words: ownership,
      record: owner.id,
      fix: 'giveRole',
      otherFixes: ['changeOwner']
    }
  ],
  ownerRoleHidden: [
    {
      because: 'the running user lacks View Roles and Role Hierarchy',
      contact: { owner: known({ ...owner, roleId: unknown('notInOrg') }) },
      status: 'unknown',
      words: [account.name],
      record: owner.id
    },
    {
      because: 'the org hides whether the owner is active',
      contact: { owner: known({ ...owner, isActive: unknown('noAccess') }) },
      status: 'unknown',
      words: [account.name],
      record: owner.id
    },
    {
      because: 'the owner cannot be read at all',
      contact: { owner: unknown('noAccess') },
      status: 'unknown',
      words: [account.name],
      record: account.id
    }
  ],

  ownerExternal: [
    {
      because: 'a partner user owns an account that is no partner account',
      contact: { owner: known({ ...owner, userType: known('PowerPartner') }), isPartnerAccount: known(false) },
      status: 'warning',
      words: ownership,
      record: account.id,
      fix: 'changeOwner'
    },
    {
      because: 'a customer owns it',
      contact: { owner: known({ ...owner, userType: known('CspLitePortal') }), isPartnerAccount: known(false) },
      status: 'warning',
      words: ownership,
      record: account.id,
      fix: 'changeOwner'
    }
  ],

  contactOwnerExternal: [
    {
      because: 'an external user owns a contact of an account that is no partner account',
      contact: { isPartnerAccount: known(false), externallyOwned: known(ownedContact) },
      status: 'warning',
      words: ['Min-jun Kim', 'Lars Berg', account.name],
      record: ownedContact.id,
      fix: 'changeContactOwner'
    }
  ],
  contactOwnersHidden: [
    {
      because: 'the owners of the contacts can’t be read',
      contact: { isPartnerAccount: known(false), externallyOwned: unknown('noAccess') },
      status: 'unknown',
      words: [account.name],
      record: account.id
    }
  ],

  emailPresent: [{ because: 'the contact has an email', status: 'pass', words: ['Amelie.Dubois@northwind.example'] }],
  emailMissing: [
    {
      because: 'the contact has no email, but the form accepts one',
      contact: { email: null },
      status: 'warning',
      ...person,
      fix: 'editContact'
    }
  ],
  emailUnusable: [
    {
      because: 'a sandbox made the email unusable',
      contact: { email: 'amelie@northwind.example.INVALID' },
      status: 'warning',
      words: ['amelie@northwind.example.INVALID'],
      record: readyContact.id,
      fix: 'editContact'
    }
  ],

  processingAllowed: [{ because: 'no Individual says Don’t Process', status: 'pass' }],
  processingRefused: [
    {
      because: 'the Individual says Don’t Process',
      contact: { refusesProcessing: known(true) },
      status: 'warning',
      ...person,
      fix: 'editContact'
    },
    {
      because: 'the other preference cannot be read',
      contact: { refusesProcessing: known(true), asksToBeForgotten: unknown('noAccess') },
      status: 'warning',
      ...person,
      fix: 'editContact'
    }
  ],
  forgettingAsked: [
    {
      because: 'the Individual says Forget this Individual',
      contact: { asksToBeForgotten: known(true) },
      status: 'warning',
      ...person,
      fix: 'editContact'
    },
    {
      because: 'the Individual says so, whatever else it says',
      contact: { asksToBeForgotten: known(true), refusesProcessing: known(true) },
      status: 'warning',
      ...person,
      fix: 'editContact'
    },
    {
      because: 'the other preference cannot be read',
      contact: { asksToBeForgotten: known(true), refusesProcessing: unknown('noAccess') },
      status: 'warning',
      ...person,
      fix: 'editContact'
    }
  ],
  processingHidden: [
    {
      because: 'one of the preferences cannot be read',
      contact: { asksToBeForgotten: unknown('noAccess') },
      status: 'unknown',
      words: person.words
    },
    {
      because: 'the Individual cannot be read',
      contact: { refusesProcessing: unknown('noAccess') },
      status: 'unknown',
      words: person.words
    },
    {
      because: 'the org has no Individuals',
      contact: { refusesProcessing: unknown('notInOrg') },
      status: 'unknown',
      words: person.words
    }
  ],

  personAccount: [
    {
      because: 'the contact belongs to a person account',
      contact: { isPersonAccount: known(true) },
      status: 'warning',
      words: person.words
    }
  ],
  partnerAccount: [{ because: 'Account.IsPartner is set', status: 'pass', words: [account.name], record: account.id }],
  partnerAccountNotEnabled: [
    {
      because: 'Account.IsPartner is not set; a customer user does not need it',
      contact: { isPartnerAccount: known(false) },
      status: 'warning',
      words: [account.name],
      record: account.id,
      fix: 'enablePartnerAccount'
    }
  ],
  partnerAccountsOff: [
    {
      because: 'this org has no Account.IsPartner',
      contact: { isPartnerAccount: unknown('notInOrg') },
      status: 'unknown',
      words: [account.name],
      record: account.id
    },
    {
      because: 'the running user may not read Account.IsPartner',
      contact: { isPartnerAccount: unknown('noAccess') },
      status: 'unknown',
      words: [account.name],
      record: account.id
    }
  ]
} as const satisfies Cases;
