import type { FieldValueRepresentation, RecordRepresentation, WireResult } from 'lightning/uiRecordApi';
import {
  explainFailure,
  known,
  unknown,
  valueOr,
  type ContactFacts,
  type Fact,
  type RecordReference
} from 'c/externalUserRules';

/**
 * Names in strings, not `@salesforce/schema`: a bundle that imports a field which an org lacks (`Account.IsPartner` without
 * partner accounts) can't be deployed there at all.
 */
export const CONTACT_FIELDS: readonly string[] = ['Contact.Name', 'Contact.LastName'];

/** Left out of the answer where this person or this org lacks them (UI API Developer Guide, Get a Record: optionalFields). */
export const CONTACT_OPTIONAL_FIELDS: readonly string[] = [
  'Contact.FirstName',
  'Contact.Email',
  'Contact.IsPersonAccount',
  'Contact.IndividualId',
  'Contact.Individual.HasOptedOutProcessing',
  'Contact.Individual.ShouldForget',
  'Contact.AccountId',
  'Contact.Account.Name',
  'Contact.Account.IsPartner',
  'Contact.Account.OwnerId',
  'Contact.Account.Owner.Name',
  'Contact.Account.Owner.IsActive',
  'Contact.Account.Owner.UserRoleId',
  'Contact.Account.Owner.UserType'
];

/** Why the contact isn't there: it was deleted, merged or is hidden, or Salesforce gave no usable answer. */
export type ContactProblem = 'gone' | 'unanswered';

export function toContactProblem({ error }: WireResult<RecordRepresentation>): ContactProblem | null {
  if (error === undefined) {
    return null;
  }
  const { code } = explainFailure(error);
  return code === 'notFound' || code === 'noAccess' || code === 'contactDeleted' ? 'gone' : 'unanswered';
}

type Fields = RecordRepresentation['fields'];
type Scalar = string | number | boolean | null;

/** The contact's part of the facts; undefined until the record is there. */
export function toContactFacts({ data }: WireResult<RecordRepresentation>): ContactFacts | undefined {
  if (data === undefined) {
    return undefined;
  }
  const account = recordIn(data.fields['Account']);
  const owner = recordIn(account?.fields['Owner']);
  return {
    id: data.id,
    name: textIn(data.fields, 'Name') ?? '',
    firstName: textIn(data.fields, 'FirstName'),
    lastName: textIn(data.fields, 'LastName') ?? '',
    email: textIn(data.fields, 'Email'),
    account: toAccount(data.fields, account),
    owner:
      owner === undefined
        ? unknown('noAccess')
        : known({
            id: owner.id,
            name: textIn(owner.fields, 'Name') ?? '',
            isActive: factIn(owner.fields, 'IsActive', isBoolean),
            roleId: factIn(owner.fields, 'UserRoleId', isTextOrNull),
            userType: factIn(owner.fields, 'UserType', isText)
          }),
    // An org without partner accounts lacks this field, and so does the answer for a person without access to it.
    isPartnerAccount: account === undefined ? unknown('noAccess') : factIn(account.fields, 'IsPartner', isBoolean),
    isPersonAccount: factIn(data.fields, 'IsPersonAccount', isBoolean),
    refusesProcessing: toPreference(data.fields, 'HasOptedOutProcessing'),
    asksToBeForgotten: toPreference(data.fields, 'ShouldForget')
  };
}

/** Object reference, Individual: HasOptedOutProcessing is "Don't Process", ShouldForget is "Forget this Individual". */
function toPreference(contact: Fields, field: 'HasOptedOutProcessing' | 'ShouldForget'): Fact<boolean> {
  const individual = recordIn(contact['Individual']);
  return individual === undefined && contact['IndividualId']?.value === null
    ? known(false)
    : factIn(individual?.fields ?? {}, field, isBoolean);
}

/** The records that the facts are read from. A contact that can't be read may be readable the next time. */
export function readRecordIds(contactId: string | undefined, contact: ContactFacts | undefined): readonly string[] {
  const account = contact === undefined ? null : valueOr(contact.account, null);
  const owner = contact === undefined ? null : valueOr(contact.owner, null);
  return [contactId, account?.id, owner?.id].filter((id) => id !== undefined);
}

function toAccount(contact: Fields, account: RecordRepresentation | undefined): Fact<RecordReference | null> {
  if (account !== undefined) {
    return known({ id: account.id, name: textIn(account.fields, 'Name') ?? '' });
  }
  const accountId = contact['AccountId'];
  if (accountId === undefined) {
    return unknown('noAccess');
  }
  return accountId.value === null ? known(null) : unknown('noAccess');
}

/** A field is absent from the answer where this person or this org does not have it. */
function factIn<Value extends Scalar>(
  fields: Fields,
  name: string,
  isValue: (value: unknown) => value is Value
): Fact<Value> {
  const value = fields[name]?.value;
  return isValue(value) ? known(value) : unknown('notInOrg');
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTextOrNull(value: unknown): value is string | null {
  return typeof value === 'string' || value === null;
}

function textIn(fields: Fields, name: string): string | null {
  const value = fields[name]?.value;
  return typeof value === 'string' ? value : null;
}

function recordIn(field: FieldValueRepresentation | undefined): RecordRepresentation | undefined {
  const value = field?.value;
  return typeof value === 'object' && value !== null ? value : undefined;
}
