import { displayText } from 'c/externalUserRules';
import type { UserField } from '../facts/userFields.ts';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import { shortened } from './contactId.ts';
import { similarName } from '../../shared/similarName.ts';

/** A column whose cells are values of a field of the new user. */
export interface UserFieldColumn {
  /** Among the kept columns. */
  readonly place: number;
  /** The field as the column names it. */
  readonly name: string;
}

/** Names of FederationIdentifier without `User.`: its own, and its label in exports. */
const FEDERATION_ID = ['federationidentifier', 'federationid', 'samlfederationid'];

/** The field that a column is for: `User.Department`, and FederationIdentifier by itself. */
export function userFieldOf(column: string): string | undefined {
  const [, field] = /^user\s*\.(.*)$/isu.exec(column.trim()) ?? [];
  if (field !== undefined) return field.trim();
  return FEDERATION_ID.includes(column.replace(/[\s_-]/g, '').toLowerCase()) ? 'FederationIdentifier' : undefined;
}

/** What to do instead of a column for a field that the command sets by itself. By the field's name in lower case. */
const SET_BY_THE_COMMAND: ReadonlyMap<string, string> = new Map([
  ['username', 'Call the column Username'],
  ['email', 'Call the column Email'],
  ['alias', 'Call the column Alias'],
  ['communitynickname', 'Call the column Nickname'],
  ['profileid', 'Call the column Profile'],
  ['contactid', 'Call the column ContactId'],
  ['timezonesidkey', 'Call the column TimeZone'],
  ['localesidkey', 'Call the column Locale'],
  ['languagelocalekey', 'Call the column Language'],
  ['portalrole', 'Call the column RoleLevel'],
  ['userroleid', 'The role follows from the account: call the column RoleLevel'],
  ['firstname', 'The name is the contact’s: correct it there'],
  ['lastname', 'The name is the contact’s: correct it there'],
  ['emailencodingkey', 'It is always UTF-8: remove the column'],
  ['isactive', 'Each new user is active: remove the column']
]);

/** Types whose values can stand in a cell. */
const TYPES = [
  'string',
  'textarea',
  'email',
  'phone',
  'url',
  'picklist',
  'multipicklist',
  'combobox',
  'encryptedstring',
  'boolean',
  'int',
  'double',
  'currency',
  'percent',
  'date',
  'datetime',
  'reference'
];

/** Why the new user can't have a field of this name by a column; null where it can. */
export function problemOfField(
  name: string,
  column: string,
  fields: OrgAnswer<ReadonlyMap<string, UserField>>
): string | null {
  const shown = `column “${shortened(column)}”:`;
  const instead = SET_BY_THE_COMMAND.get(name.toLowerCase());
  if (instead !== undefined) return `${shown} this command sets ${shortened(name)} itself. ${instead}.`;
  if (fields.kind === 'refused') {
    return `${shown} the fields of users can’t be read (${fields.code}: ${displayText(fields.message)}). Remove the column, or ask for the right to read them.`;
  }
  const field = fields.value.get(name.toLowerCase());
  if (field === undefined) {
    const meant = fields.value.get(similarName(name.toLowerCase(), [...fields.value.keys()]) ?? '');
    const advice = meant === undefined ? 'Check its API name' : `${meant.name} is one`;
    return `${shown} users have no field “${shortened(name)}” that you can see. ${advice}, or ask for access to it (field-level security).`;
  }
  if (!field.isCreateable) {
    return `${shown} you can’t set ${field.name} of a new user: the org sets it, or field-level security lets you only read it. Remove the column, or ask for the right to edit it.`;
  }
  return TYPES.includes(field.type)
    ? null
    : `${shown} ${field.name} is of the type ${field.type}, which a cell can’t hold. Remove the column.`;
}
