import { textAt } from 'sf-cli/json';

const FIELDS = ['TimeZoneSidKey', 'LocaleSidKey', 'LanguageLocaleKey', 'EmailEncodingKey'];

/** Fields that every user needs, for a query. */
export const USER_LOCALE_FIELDS = FIELDS.join(', ');

/** The values of another user for these fields. */
export function localeOf(user: unknown): Record<string, string> {
  return Object.fromEntries(FIELDS.map((field) => [field, textAt(user, field)]));
}
