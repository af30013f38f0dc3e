import { type Chosen } from 'c/externalUserListRules';
import { valueOr, type ExternalProfile, type UserDraft } from 'c/externalUserRules';
import type { OrgReading } from '../facts/orgFacts.ts';
import type { Picklists } from '../facts/picklists.ts';
import { shortened } from '../input/contactId.ts';
import { spreadsheetFault } from '../input/emptyValues.ts';
import type { PlanOptions } from './planOptions.ts';
import type { RowOverrides } from './rowOverrides.ts';
import {
  listed,
  localeOf,
  permissionSetIdsOf,
  portalRoleOf,
  refused,
  type Refused,
  type RowRefusal
} from './rowValues.ts';

/** What drafts are made from, the same for all rows. */
export interface DraftSources {
  readonly org: OrgReading;
  readonly picklists: Picklists;
  readonly options: PlanOptions;
}

/** The user that a row asks for: what the rules suggest, with what the row and the flags override. */
export function draftRow(
  suggested: UserDraft,
  overrides: RowOverrides,
  { org, picklists, options }: DraftSources
): Chosen<RowRefusal> {
  const profile = chooseProfile(org, overrides.Profile || (options.profile ?? ''), suggested);
  if ('refusal' in profile) return profile;
  const role = portalRoleOf(overrides);
  if (typeof role !== 'string') return role;
  const permissionSetIds = permissionSetIdsOf(org, [...options.permissionSets, ...overrides.permissionSets], profile);
  if ('refusal' in permissionSetIds) return permissionSetIds;
  const locale = localeOf(picklists, overrides, suggested);
  if ('refusal' in locale) return locale;
  const placeholder = placeholderIn(suggested);
  if (placeholder !== null) return placeholder;
  return {
    draft: {
      ...suggested,
      ...locale,
      kind: profile.kind,
      profileId: profile.id,
      username: overrides.Username || suggested.username,
      nickname: overrides.Nickname || suggested.nickname,
      alias: overrides.Alias || suggested.alias,
      portalRole: profile.isRoleBased ? role : '',
      permissionSetIds
    }
  };
}

/** In CSV for the Bulk API, #N/A means no value, and in JSON it is a name [F-097]: nobody is to be called so. */
function placeholderIn({ firstName, lastName }: UserDraft): Refused | null {
  const field = spreadsheetFault(firstName) === null ? 'LastName' : 'FirstName';
  const value = field === 'FirstName' ? firstName : lastName;
  const fault = spreadsheetFault(value);
  if (fault === null) return null;
  const sentence = `${field}: the contact’s is “${shortened(value)}”, ${fault}. Correct it on the contact.`;
  return refused('nameIsFormulaError', sentence);
}

/** `asked`: the profile that the row or the flags name; empty for the one that the rules suggest. */
function chooseProfile(org: OrgReading, asked: string, { profileId, kind }: UserDraft): ExternalProfile | Refused {
  const profile = findProfile(org, asked || profileId);
  if (profile !== undefined) return profile;
  const names = listed(valueOr(org.facts.profiles, []).map(({ name }) => name));
  return asked === ''
    ? refused(
        'profileNotChosen',
        `Which profile a ${kind} user gets isn’t said. Name one with --profile or in a column Profile: ${names}.`
      )
    : refused('profileUnknown', `There is no profile for external users “${shortened(asked)}”. There are: ${names}.`);
}

/** By an id with 15 or 18 characters, or by name; case of the name doesn't count. */
export function findProfile({ profiles }: OrgReading, asked: string): ExternalProfile | undefined {
  const byId = profiles.get(asked);
  if (byId !== undefined) return byId;
  const name = asked.toLowerCase();
  return [...profiles.values()].find(
    (profile) => profile.name.toLowerCase() === name || profile.id.slice(0, 15) === asked
  );
}
