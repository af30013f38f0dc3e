/** The fields of a user that decide how a page shows texts, numbers and times. */
export interface UserLanguage {
  readonly LanguageLocaleKey?: string;
  readonly LocaleSidKey?: string;
  readonly TimeZoneSidKey?: string;
}

/** The language of the labels themselves; every other language needs a translation. */
export const LABEL_LANGUAGE = 'en_US';

/** The user with another language, and with the locale of the country where most people speak it: de, de_DE. */
export function speaking(user: UserLanguage, language: string): UserLanguage {
  if (language === user.LanguageLocaleKey) {
    return user;
  }
  const { language: code, region = '' } = new Intl.Locale(toTag(language)).maximize();
  return { ...user, LanguageLocaleKey: language, LocaleSidKey: `${code}_${region}` };
}

/** The BCP 47 tag of a language or locale of Salesforce: pt-BR for pt_BR. */
export function toTag(code: string): string {
  return code.replaceAll('_', '-');
}

/** The name of a language in that language, for a list of languages: Deutsch, Português (Brasil). */
export function nameOfLanguage(language: string): string {
  // Salesforce calls en_US "English" in every list.
  const tag = language === LABEL_LANGUAGE ? 'en' : toTag(language);
  const name = new Intl.DisplayNames(tag, { type: 'language', languageDisplay: 'standard' }).of(tag) ?? language;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
