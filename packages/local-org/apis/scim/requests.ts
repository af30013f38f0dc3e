import type { Org } from '../../engine/org/org.ts';
import { textOf, type Fields } from '../../engine/storage/record.ts';
import type { JsonObject } from '../shared/jsonBody.ts';

/** The attributes of a SCIM user that are modelled. Clients write `username` too, because attributes have no case. */
export interface ScimUser {
  readonly userName: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly email: string;
  readonly nickName: string;
  readonly profileId: string;
}

/** Reads the body of "Create a user". */
export function readScimUser(body: JsonObject): ScimUser {
  const name = memberOf(body, 'name');
  return {
    userName: textAt(body, 'userName'),
    familyName: textAt(name, 'familyName'),
    givenName: textAt(name, 'givenName'),
    email: firstValue(memberOf(body, 'emails')),
    nickName: textAt(body, 'nickName'),
    profileId: firstValue(memberOf(body, 'entitlements'))
  };
}

/** The fields of the new user. What SCIM does not name is that of the organization; the alias is ours. */
export function userFieldsOf(org: Org, user: ScimUser): Fields {
  const object = org.schema.object('Organization');
  const organization = object === undefined ? undefined : org.all(object)[0];
  const ofOrganization = (field: string): string => (organization === undefined ? '' : textOf(organization, field));
  const fields = {
    Username: user.userName,
    LastName: user.familyName,
    FirstName: user.givenName,
    Email: user.email,
    CommunityNickname: user.nickName,
    ProfileId: user.profileId,
    Alias: user.familyName.slice(0, 8),
    TimeZoneSidKey: ofOrganization('TimeZoneSidKey'),
    LocaleSidKey: ofOrganization('DefaultLocaleSidKey'),
    LanguageLocaleKey: ofOrganization('LanguageLocaleKey'),
    EmailEncodingKey: 'UTF-8'
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const found = Object.entries(value).find(([key]) => key.toLowerCase() === name.toLowerCase());
  return found?.[1];
}

function textAt(value: unknown, name: string): string {
  const text: unknown = memberOf(value, name);
  return typeof text === 'string' ? text : '';
}

/** The first value of a list, whose entries are texts or have a `value`. */
function firstValue(list: unknown): string {
  const first: unknown = Array.isArray(list) ? list[0] : undefined;
  return typeof first === 'string' ? first : textAt(first, 'value');
}
