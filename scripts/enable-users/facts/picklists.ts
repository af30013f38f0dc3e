import { flagAt, listAt, textAt } from 'sf-cli/json';
import type { OrgApi } from '../transports/orgApi.ts';

/** By User field: the values as the org writes them, by their text in lower case. A field that can't be read is missing. */
export type Picklists = ReadonlyMap<string, ReadonlyMap<string, string>>;

const FIELDS = ['TimeZoneSidKey', 'LocaleSidKey', 'LanguageLocaleKey'];

/** One call, for inputs with time zones, locales or languages. Labels count as values too, as people copy them. */
export async function readPicklists(api: OrgApi): Promise<Picklists> {
  const answer = await api.read('/sobjects/User/describe', (body) => listAt(body, 'fields').length > 0);
  const fields = answer.kind === 'known' ? listAt(answer.value, 'fields') : [];
  return new Map(
    fields
      .filter((field) => FIELDS.includes(textAt(field, 'name')) && listAt(field, 'picklistValues').length > 0)
      .map((field) => [textAt(field, 'name'), picklistValues(listAt(field, 'picklistValues'))])
  );
}

/** By value and by label in lower case: the active values as the org writes them. */
export function picklistValues(values: readonly unknown[]): ReadonlyMap<string, string> {
  const active = values.filter((value) => flagAt(value, 'active') !== false);
  return new Map([
    ...active.map((value) => [textAt(value, 'label').toLowerCase(), textAt(value, 'value')] as const),
    ...active.map((value) => [textAt(value, 'value').toLowerCase(), textAt(value, 'value')] as const)
  ]);
}
