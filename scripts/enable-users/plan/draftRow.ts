import {
  defaultDraft,
  valueOr,
  type ContactFacts,
  type ExternalProfile,
  type ExternalUserKind,
  type OrgFacts,
  type UserDraft
} from 'c/externalUserRules';
import type { OrgReading } from '../facts/orgFacts.ts';
import type { Picklists } from '../facts/picklists.ts';
import { shortened } from '../input/contactId.ts';
import type { PlanOptions } from './options.ts';
import type { Wishes } from './wishes.ts';

/** What drafts are made from, the same for all rows. */
export interface DraftSources {
  readonly org: OrgReading;
  readonly picklists: Picklists;
  readonly options: PlanOptions;
}

export type Drafted =
  | { readonly kind: 'draft'; readonly draft: UserDraft; readonly profile: ExternalProfile }
  | { readonly kind: 'refused'; readonly code: string; readonly sentence: string };

/** The user that a row asks for: the rules' default, and what the row and the flags say otherwise. */
export function draftRow(contact: ContactFacts, wishes: Wishes, { org, picklists, options }: DraftSources): Drafted {
  const facts = withKind(org.facts, options.kind);
  const base = defaultDraft(contact, facts);
  const chosen = chooseProfile(org, wishes.Profile || options.profile, base);
  if (chosen.kind === 'refused') return chosen;
  const { profile } = chosen;
  const role = roleLevelOf(wishes.RoleLevel);
  if (role === null) {
    return refused(
      'roleLevelUnknown',
      `RoleLevel: “${shortened(wishes.RoleLevel)}” is none. Use Executive, Manager or User.`
    );
  }
  const sets = permissionSetsOf(org, [...options.permissionSets, ...wishes.permissionSets]);
  if (typeof sets === 'string') return refused('permissionSetUnknown', sets);
  const locale = localeOf(picklists, wishes, base);
  if (typeof locale === 'string') return refused('valueUnknown', locale);
  return {
    kind: 'draft',
    profile,
    draft: {
      ...base,
      ...locale,
      kind: profile.kind,
      profileId: profile.id,
      username: wishes.Username || base.username,
      nickname: wishes.Nickname || base.nickname,
      alias: wishes.Alias || base.alias,
      portalRole: profile.isRoleBased ? role : '',
      permissionSetIds: sets
    }
  };
}

function withKind(facts: OrgFacts, kind: ExternalUserKind | null): OrgFacts {
  return kind === null || facts.settings.kind === 'unknown'
    ? facts
    : { ...facts, settings: { kind: 'known', value: { ...facts.settings.value, defaultKind: kind } } };
}

type Chosen = { readonly kind: 'profile'; readonly profile: ExternalProfile } | Extract<Drafted, { kind: 'refused' }>;

function chooseProfile(org: OrgReading, wish: string | null, { profileId, kind }: UserDraft): Chosen {
  const profile = findProfile(org, wish === null || wish === '' ? profileId : wish);
  if (profile !== undefined) return { kind: 'profile', profile };
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

function refused(code: string, sentence: string): Extract<Drafted, { kind: 'refused' }> {
  return { kind: 'refused', code, sentence };
}
