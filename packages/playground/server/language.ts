/** A user's fields that say how a page speaks to them. */
export interface UserLanguage {
  readonly LanguageLocaleKey?: string;
  readonly LocaleSidKey?: string;
  readonly TimeZoneSidKey?: string;
}

/** What the labels themselves are written in; a project's translations come on top. */
export const LABEL_LANGUAGE = 'en_US';

/** A user as if they had this language, with the locale of the country where most people speak it: de, de_DE. */
export function speaking(user: UserLanguage, language: string): UserLanguage {
  if (language === user.LanguageLocaleKey) {
    return user;
  }
  const { language: code, region = '' } = new Intl.Locale(toTag(language)).maximize();
  return { ...user, LanguageLocaleKey: language, LocaleSidKey: `${code}_${region}` };
}

/** A BCP 47 tag for Salesforce's code of a language or locale: pt_BR, pt-BR. */
export function toTag(code: string): string {
  return code.replaceAll('_', '-');
}

/** A language's name for itself, as a list of languages shows it: Deutsch, Português (Brasil). */
export function nameOfLanguage(language: string): string {
  // Salesforce calls en_US "English" in every list.
  const tag = language === LABEL_LANGUAGE ? 'en' : toTag(language);
  const name = new Intl.DisplayNames(tag, { type: 'language', languageDisplay: 'standard' }).of(tag) ?? language;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
