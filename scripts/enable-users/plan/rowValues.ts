import { displayText, fitsLicense, valueOr, type ExternalProfile, type UserDraft } from 'c/externalUserRules';
import type { OrgReading } from '../facts/orgFacts.ts';
import type { Picklists } from '../facts/picklists.ts';
import { shortened } from '../input/contactId.ts';
import { nearLocale, nearTimeZone, zoneOfLabel } from './nearCodes.ts';
import type { RowOverrides } from './rowOverrides.ts';

/** The values of a row, as the org writes them. A value that the org doesn't have is a refusal. */

/** Why a row can't have what it asks for. */
export interface RowRefusal {
  readonly code: string;
  readonly sentence: string;
}

export interface Refused {
  readonly refusal: RowRefusal;
}

export function refused(code: string, sentence: string): Refused {
  return { refusal: { code, sentence } };
}

/** The level that screens call User is Worker in User.PortalRole (Object Reference, "User", PortalRole [F-012]). */
export function portalRoleOf({ RoleLevel }: RowOverrides): string | Refused {
  switch (RoleLevel.toLowerCase()) {
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
      return refused(
        'roleLevelUnknown',
        `RoleLevel: “${shortened(RoleLevel)}” is none. Use Executive, Manager or User.`
      );
  }
}

/** Ids of permission sets that are given by name, by label or by id, and that users of the profile may have. */
export function permissionSetIdsOf(
  { permissionSets }: OrgReading,
  names: readonly string[],
  profile: ExternalProfile
): readonly string[] | Refused {
  const sets = names.map((name) => {
    const found = permissionSets?.get(name.toLowerCase());
    return found ?? (permissionSets === undefined && name.startsWith('0PS') ? { id: name, licenseId: '' } : undefined);
  });
  const unknown = names.filter((_name, index) => sets[index] === undefined);
  if (unknown.length > 0) return unknownPermissionSets(unknown, permissionSets !== undefined);
  const license = valueOr(profile.license, undefined);
  const others = names.filter((_name, index) => !fitsLicense(sets[index]?.licenseId ?? '', license));
  if (others.length > 0) {
    return refused(
      'permissionSetOfOtherLicense',
      `PermissionSets: ${listed(others)} can’t be assigned to users with the profile ${displayText(profile.name)}, whose license is ${displayText(license?.name ?? '')}. Leave it out, or choose a profile of its license.`
    );
  }
  return [...new Set(sets.flatMap((found) => found?.id ?? []))];
}

function unknownPermissionSets(names: readonly string[], areReadable: boolean): Refused {
  return refused(
    'permissionSetUnknown',
    areReadable
      ? `PermissionSets: there is none called ${listed(names)}. Use names, labels or ids, separated by semicolons.`
      : 'PermissionSets: you can’t read permission sets, so give their ids (0PS…).'
  );
}

type Locale = Pick<UserDraft, 'timeZone' | 'locale' | 'language'>;

export function localeOf(picklists: Picklists, overrides: RowOverrides, suggested: Locale): Locale | Refused {
  const { TimeZone, Locale, Language } = overrides;
  const zones = picklists.get('TimeZoneSidKey');
  const timeZone = valueIn(zones, TimeZone) ?? valueIn(zones, zoneOfLabel(TimeZone) ?? TimeZone);
  if (timeZone === null)
    return unknownCode('TimeZone', TimeZone, nearTimeZone(zones ?? new Map(), TimeZone), 'Europe/Paris');
  const locales = picklists.get('LocaleSidKey');
  const locale = valueIn(locales, Locale);
  if (locale === null) return unknownCode('Locale', Locale, nearLocale(locales ?? new Map(), Locale), 'fr_FR');
  const languages = picklists.get('LanguageLocaleKey');
  const language = valueIn(languages, Language);
  if (language === null) return unknownCode('Language', Language, nearLocale(languages ?? new Map(), Language), 'fr');
  return {
    timeZone: timeZone || suggested.timeZone,
    locale: locale || suggested.locale,
    language: language || suggested.language
  };
}

function unknownCode(column: string, text: string, near: string | undefined, example: string): Refused {
  const advice = near === undefined ? `Use a code such as ${example}.` : `Use ${near}, if that is meant.`;
  return refused('valueUnknown', `${column}: this org has no “${shortened(text)}”. ${advice}`);
}

/** The value as the org writes it; null for a value that it doesn't have. A value that can't be checked stays as it is. */
function valueIn(values: ReadonlyMap<string, string> | undefined, text: string): string | null {
  return text === '' || values === undefined ? text : (values.get(text.toLowerCase()) ?? null);
}

export function listed(names: readonly string[]): string {
  return names.length === 0 ? 'none that you can see' : names.map((name) => `“${shortened(name)}”`).join(', ');
}
