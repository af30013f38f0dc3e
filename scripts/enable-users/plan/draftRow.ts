import {
  valueOr,
  withSettings,
  type Chosen,
  type ExternalProfile,
  type ExternalUserKind,
  type OrgFacts,
  type UserDraft
} from 'c/externalUserRules';
import type { OrgReading } from '../facts/orgFacts.ts';
import type { Picklists } from '../facts/picklists.ts';
import { shortened } from '../input/contactId.ts';
import type { PlanOptions } from './planOptions.ts';
import type { Wishes } from './rowOverrides.ts';

/** What drafts are made from, the same for all rows. */
export interface DraftSources {
  readonly org: OrgReading;
  readonly picklists: Picklists;
  readonly options: PlanOptions;
}

/** Why a row can't have what it asks for. */
export interface RowRefusal {
  readonly code: string;
  readonly sentence: string;
}

/** The user that a row asks for: what the rules suggest, and what the row and the flags say otherwise. */
export function draftRow(
  suggested: UserDraft,
  wishes: Wishes,
  { org, picklists, options }: DraftSources
): Chosen<RowRefusal> {
  const profile = chooseProfile(org, wishes.Profile || options.profile, suggested);
  if ('refusal' in profile) return profile;
  const role = roleLevelOf(wishes.RoleLevel);
  if (role === null) {
    return refused(
      'roleLevelUnknown',
      `RoleLevel: “${shortened(wishes.RoleLevel)}” is none. Use Executive, Manager or User.`
    );
  }
  const sets = permissionSetsOf(org, [...options.permissionSets, ...wishes.permissionSets]);
  if (typeof sets === 'string') return refused('permissionSetUnknown', sets);
  const locale = localeOf(picklists, wishes, suggested);
  if (typeof locale === 'string') return refused('valueUnknown', locale);
  return {
    draft: {
      ...suggested,
      ...locale,
      kind: profile.kind,
      profileId: profile.id,
      username: wishes.Username || suggested.username,
      nickname: wishes.Nickname || suggested.nickname,
      alias: wishes.Alias || suggested.alias,
      portalRole: profile.isRoleBased ? role : '',
      permissionSetIds: sets
    }
  };
}

/** The facts for rows that name no profile: `kind` decides which of the org's default profiles they get. */
export function withKind(facts: OrgFacts, kind: ExternalUserKind | null): OrgFacts {
  return kind === null ? facts : withSettings(facts, { defaultKind: kind });
}

function chooseProfile(
  org: OrgReading,
  wish: string | null,
  { profileId, kind }: UserDraft
): ExternalProfile | Refused {
  const profile = findProfile(org, wish === null || wish === '' ? profileId : wish);
  if (profile !== undefined) return profile;
  const names = listed(valueOr(org.facts.profiles, []).map(({ name }) => name));
  return wish === null || wish === ''
    ? refused(
        'profileNotChosen',
        `Which profile a ${kind} user gets isn’t said. Name one with --profile or in a column Profile: ${names}.`
      )
    : refused('profileUnknown', `There is no profile for external users “${shortened(wish)}”. There are: ${names}.`);
}

/** By id with 15 or 18 characters, or by name in whatever case. */
export function findProfile({ profiles }: OrgReading, wish: string): ExternalProfile | undefined {
  const byId = profiles.get(wish);
  if (byId !== undefined) return byId;
  const name = wish.toLowerCase();
  return [...profiles.values()].find(
    (profile) => profile.name.toLowerCase() === name || profile.id.slice(0, 15) === wish
  );
}

/** Object reference, User.PortalRole: the level that screens call User is Worker. Null for what is none. */
function roleLevelOf(text: string): string | null {
  switch (text.toLowerCase()) {
    case '':
      return '';
    case 'executive':
      return 'Executive';
    case 'manager':
      return 'Manager';
    case 'user':
    case 'worker':
      return 'Worker';
    case 'personaccount':
      return 'PersonAccount';
    default:
      return null;
  }
}

/** Ids, or a sentence about the names that are none. */
function permissionSetsOf({ permissionSets }: OrgReading, names: readonly string[]): readonly string[] | string {
  const ids = names.map((name) => {
    const id = permissionSets?.get(name.toLowerCase());
    return id ?? (permissionSets === undefined && name.startsWith('0PS') ? name : undefined);
  });
  const unknown = names.filter((_name, index) => ids[index] === undefined);
  if (unknown.length === 0) return [...new Set(ids.filter((id) => id !== undefined))];
  return permissionSets === undefined
    ? 'PermissionSets: you can’t read permission sets, so give their ids (0PS…).'
    : `PermissionSets: there is none called ${listed(unknown)}. Use names, labels or ids, separated by semicolons.`;
}

type Locale = Pick<UserDraft, 'timeZone' | 'locale' | 'language'>;

function localeOf(picklists: Picklists, wishes: Wishes, base: Locale): Locale | string {
  const timeZone = valueIn(picklists, 'TimeZoneSidKey', wishes.TimeZone);
  const locale = valueIn(picklists, 'LocaleSidKey', wishes.Locale);
  const language = valueIn(picklists, 'LanguageLocaleKey', wishes.Language);
  if (timeZone === null) return `TimeZone: “${shortened(wishes.TimeZone)}” is none. Use a code such as Europe/Paris.`;
  if (locale === null) return `Locale: “${shortened(wishes.Locale)}” is none. Use a code such as fr_FR.`;
  if (language === null) {
    return `Language: “${shortened(wishes.Language)}” is not one of this org’s. Use a code such as fr.`;
  }
  return {
    timeZone: timeZone || base.timeZone,
    locale: locale || base.locale,
    language: language || base.language
  };
}

/** As the org writes it; null for what the org doesn't have. What can't be checked stays. */
function valueIn(picklists: Picklists, field: string, wish: string): string | null {
  const values = picklists.get(field);
  return wish === '' || values === undefined ? wish : (values.get(wish.toLowerCase()) ?? null);
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'none that you can see' : names.map((name) => `“${shortened(name)}”`).join(', ');
}

interface Refused {
  readonly refusal: RowRefusal;
}

function refused(code: string, sentence: string): Refused {
  return { refusal: { code, sentence } };
}
