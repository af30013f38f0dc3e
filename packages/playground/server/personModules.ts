import type { LocalOrg, Person } from 'sfdx-local-org';
import { callAs } from '../org/callOrg.ts';
import type { OrgPeople } from '../org/people.ts';
import { LABEL_LANGUAGE, speaking, toTag, type UserLanguage } from './language.ts';

/**
 * The JavaScript of `@salesforce/{scope}/{name}` for a person, in the chosen language if there is one. `undefined` when
 * the platform has no such module. LWC Guide: reference-salesforce-modules; a permission is `true` or `undefined`.
 */
export async function personModule(
  localOrg: OrgPeople & Pick<LocalOrg, 'fetch'>,
  person: Person,
  language: string | undefined,
  scope: string,
  name: string
): Promise<string | undefined> {
  switch (scope) {
    case 'userPermission':
      return exportDefault(localOrg.org.access(person).has(name) ? true : undefined);
    case 'customPermission':
      return exportDefault(localOrg.org.access(person).hasCustomPermission(name) ? true : undefined);
    case 'user':
      return userModule(person, name);
    case 'client':
      return name === 'formFactor' ? formFactorModule : undefined;
    case 'i18n':
      return i18nModule(await readUserLanguage(localOrg, person, language), name);
    default:
      return undefined;
  }
}

const formFactorModule = `export default matchMedia('(max-width: 47.9375em)').matches ? 'Small' : 'Large';`;

function userModule(person: Person, name: string): string | undefined {
  switch (name) {
    case 'Id':
      return exportDefault(person.userId);
    case 'isGuest':
      return exportDefault(false);
    default:
      return undefined;
  }
}

function i18nModule(user: UserLanguage, name: string): string | undefined {
  const language = toTag(user.LanguageLocaleKey ?? LABEL_LANGUAGE);
  const locale = toTag(user.LocaleSidKey ?? LABEL_LANGUAGE);
  switch (name) {
    case 'lang':
      return exportDefault(language);
    case 'dir':
      return exportDefault(/^(ar|fa|he|iw|ur)\b/u.test(language) ? 'rtl' : 'ltr');
    case 'locale':
      return exportDefault(locale);
    case 'timeZone':
      return exportDefault(user.TimeZoneSidKey ?? 'GMT');
    case 'currency':
      return exportDefault('USD');
    default:
      return undefined;
  }
}

/** Reads language, locale and time zone of a person from the user record, unless another language was chosen. */
export async function readUserLanguage(
  localOrg: Pick<LocalOrg, 'fetch'>,
  person: Person,
  chosen: string | undefined
): Promise<UserLanguage> {
  const response = await callAs(localOrg, person, `/sobjects/User/${person.userId}`);
  const user = response.ok ? ((await response.json()) as UserLanguage) : {};
  return chosen === undefined ? user : speaking(user, chosen);
}

function exportDefault(value: string | boolean | undefined): string {
  return `export default ${value === undefined ? 'undefined' : JSON.stringify(value)};`;
}
