import { textAt } from 'sf-cli/json';

const FIELDS = ['TimeZoneSidKey', 'LocaleSidKey', 'LanguageLocaleKey', 'EmailEncodingKey'];

/** What every user has to have, for a query. */
export const USER_LOCALE_FIELDS = FIELDS.join(', ');

/** The same as another user has. */
export function localeOf(user: unknown): Record<string, string> {
  return Object.fromEntries(FIELDS.map((field) => [field, textAt(user, field)]));
}
