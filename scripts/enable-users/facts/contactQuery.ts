import { known as fact, unknown, type ContactFacts, type ExistingUser, type Fact } from 'c/externalUserRules';
import { known } from 'sf-cli/answer';
import { flagAt, isJson, textAt, valueAt, type Json } from 'sf-cli/json';
import { quotedList } from '../../shared/soql.ts';
import { readOwners } from './externallyOwned.ts';
import { readDeletedContacts, type DeletedContact } from './otherIds.ts';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import type { OrgApi, Rows } from '../transports/orgApi.ts';

/** Fields that are left out of the query where the org or the person doesn't have them. */
const OPTIONAL_FIELDS = [
  'FirstName',
  'Email',
  'IsPersonAccount',
  'IndividualId',
  'Individual.HasOptedOutProcessing',
  'AccountId',
  'Account.Name',
  'Account.IsPartner',
  'Account.OwnerId',
  'Account.Owner.Name',
  'Account.Owner.IsActive',
  'Account.Owner.UserRoleId',
  'Account.Owner.UserType'
];

const USER_FIELDS = 'Id, ContactId, Name, Username, Email, IsActive, UserType, ProfileId, Profile.Name, LastLoginDate';

export interface ContactReading {
  /** By contact id, without contacts that don't exist or can't be seen. */
  readonly contacts: ReadonlyMap<string, ContactFacts>;
  /** By contact id; unknown in an org without users of contacts. */
  readonly users: Fact<ReadonlyMap<string, ExistingUser>>;
  /** By contact id: those that aren't among the contacts because they are in the recycle bin. */
  readonly deleted: ReadonlyMap<string, DeletedContact>;
}

export interface ReadingOptions {
  /** Whether partner accounts are made, so that the owners of the contacts matter [F-103]. */
  readonly enablesPartnerAccounts: boolean;
}

export type ReadContacts = (ids: readonly string[]) => Promise<OrgAnswer<ContactReading>>;

/** Reads contacts with account and owner, and their users: one call for up to 2,000. */
export function createContactReader(api: OrgApi, options: ReadingOptions): ReadContacts {
  let learned: Promise<OrgAnswer<readonly string[]>> | undefined;

  return async function read(ids): Promise<OrgAnswer<ContactReading>> {
    learned ??= learnFields(api);
    const fields = await learned;
    if (fields.kind === 'refused') return fields;
    const list = quotedList(ids);
    const [contacts, users] = await api.queries([
      `SELECT ${['Id', 'Name', 'LastName', ...fields.value].join(', ')} FROM Contact WHERE Id IN (${list})`,
      `SELECT ${USER_FIELDS} FROM User WHERE ContactId IN (${list})`
    ]);
    if (contacts === undefined || users === undefined) throw new Error('The org answered less than it was asked.');
    if (contacts.kind === 'refused') return contacts;
    if (users.kind === 'refused' && users.code !== 'INVALID_FIELD') return users;
    const reading = toReading(contacts.value, users, fields.value);
    const missing = ids.filter((id) => !reading.contacts.has(id));
    const read = options.enablesPartnerAccounts ? await readOwners(api, reading.contacts) : reading.contacts;
    return known({ ...reading, contacts: read, deleted: await readDeletedContacts(api, missing) });
  };
}

/** The optional fields that the org and the person have, learned from the refusals of a short query. */
async function learnFields(api: OrgApi): Promise<OrgAnswer<readonly string[]>> {
  let fields: readonly string[] = OPTIONAL_FIELDS;
  for (;;) {
    const [answer] = await api.queries([`SELECT ${['Id', ...fields].join(', ')} FROM Contact LIMIT 1`]);
    if (answer?.kind !== 'refused') return known(fields);
    const rest = withoutRefused(fields, answer.message);
    if (rest.length === fields.length) return answer;
    fields = rest;
  }
}

/** INVALID_FIELD names the field, or the relationship, in quotes: `No such column 'IsPartner' on entity 'Account'`. */
function withoutRefused(fields: readonly string[], message: string): readonly string[] {
  const [, name] = /(?:column|relationship) '(\w+)'/.exec(message) ?? [];
  return name === undefined ? fields : fields.filter((field) => !field.split('.').includes(name));
}

function toReading(contacts: Rows, users: OrgAnswer<Rows>, fields: readonly string[]): Omit<ContactReading, 'deleted'> {
  return {
    contacts: new Map(contacts.map((row) => [textAt(row, 'Id'), toContact(row, fields)])),
    // The one refusal that gets here is that of User.ContactId, which Digital Experiences bring.
    users:
      users.kind === 'known'
        ? fact(new Map(users.value.map((row) => [textAt(row, 'ContactId'), toUser(row)])))
        : unknown('notInOrg')
  };
}

function toContact(row: Json, fields: readonly string[]): ContactFacts {
  const account = valueAt(row, 'Account');
  const owner = valueAt(account, 'Owner');
  const has = (field: string): boolean => fields.includes(field);
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
    refusesProcessing:
      has('IndividualId') && textAt(row, 'IndividualId') === ''
        ? fact(false)
        : flagOf(valueAt(row, 'Individual'), 'HasOptedOutProcessing')
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
