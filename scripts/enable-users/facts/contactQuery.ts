import { known as fact, unknown, type ContactFacts, type ExistingUser, type Fact } from 'c/externalUserRules';
import { known } from 'sf-cli/answer';
import { flagAt, isJson, textAt, valueAt, type Json } from 'sf-cli/json';
import { quotedList } from '../../shared/soql.ts';
import { readOwners } from './externallyOwned.ts';
import { readDeletedContacts, type DeletedContact } from './otherIds.ts';
import { learnFields, type WantedFields } from './readableFields.ts';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import type { OrgApi, Rows } from '../transports/orgApi.ts';

const CONTACT_FIELDS: WantedFields = {
  object: 'Contact',
  needed: ['Id', 'Name', 'LastName'],
  optional: [
    'FirstName',
    'Email',
    'IsPersonAccount',
    'IndividualId',
    'Individual.HasOptedOutProcessing',
    'Individual.ShouldForget',
    'AccountId',
    'Account.Name',
    'Account.IsPartner',
    'Account.OwnerId',
    'Account.Owner.Name',
    'Account.Owner.IsActive',
    'Account.Owner.UserRoleId',
    'Account.Owner.UserType'
  ]
};

/** Only with View Setup and Configuration a person reads the profile [F-015]. */
const USER_FIELDS: WantedFields = {
  object: 'User',
  needed: ['Id', 'ContactId', 'Name', 'Username', 'IsActive'],
  optional: ['Email', 'UserType', 'ProfileId', 'Profile.Name', 'LastLoginDate']
};

export interface ContactReading {
  /** By contact id, without contacts that don't exist or can't be seen. */
  readonly contacts: ReadonlyMap<string, ContactFacts>;
  /** By contact id; unknown in an org without users of contacts, and where the person can't ask for them. */
  readonly users: Fact<ReadonlyMap<string, ExistingUser>>;
  /** By contact id: those that aren't among the contacts because they are in the recycle bin. */
  readonly deleted: ReadonlyMap<string, DeletedContact>;
}

export interface ReadingOptions {
  /** Whether partner accounts are made, so that the owners of the contacts matter [F-103]. */
  readonly enablesPartnerAccounts: boolean;
}

export type ReadContacts = (ids: readonly string[]) => Promise<OrgAnswer<ContactReading>>;

/**
 * Reads contacts with account and owner, and their users: one call for up to 2,000. It asks at once which fields can be read,
 * while the caller asks for something else.
 */
export function createContactReader(api: OrgApi, options: ReadingOptions): ReadContacts {
  const learned = Promise.all([learnFields(api, CONTACT_FIELDS), learnFields(api, USER_FIELDS)]);
  // The first reading throws the error. Without a handler until then, Node would end the process.
  learned.catch(() => undefined);

  return async function read(ids): Promise<OrgAnswer<ContactReading>> {
    const [ofContact, ofUser] = await learned;
    if (ofContact.kind === 'refused') return ofContact;
    if (ofUser.kind === 'refused' && ofUser.code !== 'INVALID_FIELD') return ofUser;
    const list = quotedList(ids);
    const [contacts, users] = await api.queries([
      `SELECT ${ofContact.value.join(', ')} FROM Contact WHERE Id IN (${list})`,
      ...(ofUser.kind === 'known' ? [`SELECT ${ofUser.value.join(', ')} FROM User WHERE ContactId IN (${list})`] : [])
    ]);
    if (contacts === undefined || (ofUser.kind === 'known' && users === undefined))
      throw new Error('The org answered less than it was asked.');
    if (contacts.kind === 'refused') return contacts;
    if (users?.kind === 'refused') return users;
    const found = new Map(contacts.value.map((row) => [textAt(row, 'Id'), toContact(row, ofContact.value)]));
    const missing = ids.filter((id) => !found.has(id));
    return known({
      contacts: options.enablesPartnerAccounts ? await readOwners(api, found) : found,
      users: ofUser.kind === 'refused' ? hiddenUsers(ofUser) : usersByContact(users?.value ?? []),
      deleted: await readDeletedContacts(api, missing)
    });
  };
}

function usersByContact(rows: Rows): ContactReading['users'] {
  return fact(new Map(rows.map((row) => [textAt(row, 'ContactId'), toUser(row)])));
}

/** Digital Experiences bring User.ContactId [F-026]. Without another field the users are hidden. */
function hiddenUsers({ message }: Extract<OrgAnswer<unknown>, { kind: 'refused' }>): ContactReading['users'] {
  return unknown(message.includes("'ContactId'") ? 'notInOrg' : 'noAccess');
}

function toContact(row: Json, fields: readonly string[]): ContactFacts {
  const account = valueAt(row, 'Account');
  const owner = valueAt(account, 'Owner');
  const has = (field: string): boolean => fields.includes(field);
  const preference = (field: string): Fact<boolean> =>
    has('IndividualId') && textAt(row, 'IndividualId') === '' ? fact(false) : flagOf(valueAt(row, 'Individual'), field);
  return {
    id: textAt(row, 'Id'),
    name: textAt(row, 'Name'),
    firstName: textAt(row, 'FirstName') || null,
    lastName: textAt(row, 'LastName'),
    email: textAt(row, 'Email') || null,
    account: has('AccountId') ? accountOf(textAt(row, 'AccountId'), account) : unknown('noAccess'),
    owner: isJson(owner)
      ? fact({
          id: textAt(account, 'OwnerId'),
          name: textAt(owner, 'Name'),
          isActive: flagOf(owner, 'IsActive'),
          roleId: has('Account.Owner.UserRoleId') ? fact(textAt(owner, 'UserRoleId') || null) : unknown('noAccess'),
          userType: has('Account.Owner.UserType') ? fact(textAt(owner, 'UserType')) : unknown('noAccess')
        })
      : unknown('noAccess'),
    isPartnerAccount: flagOf(account, 'IsPartner'),
    isPersonAccount: flagOf(row, 'IsPersonAccount'),
    refusesProcessing: preference('HasOptedOutProcessing'),
    asksToBeForgotten: preference('ShouldForget')
  };
}

function accountOf(id: string, account: unknown): ContactFacts['account'] {
  if (id === '') return fact(null);
  return isJson(account) ? fact({ id, name: textAt(account, 'Name') }) : unknown('noAccess');
}

function flagOf(container: unknown, field: string): Fact<boolean> {
  const flag = flagAt(container, field);
  return flag === null ? unknown('notInOrg') : fact(flag);
}

function toUser(row: Json): ExistingUser {
  return {
    id: textAt(row, 'Id'),
    name: textAt(row, 'Name'),
    username: textAt(row, 'Username'),
    email: textAt(row, 'Email') || null,
    isActive: flagAt(row, 'IsActive') === true,
    lastLogin: textAt(row, 'LastLoginDate') || null,
    profileId: textAt(row, 'ProfileId') || null,
    profileName: textAt(row, 'Profile', 'Name') || null,
    userType: textAt(row, 'UserType') || null
  };
}
