import type { ContactFacts } from './facts.ts';

type Person = Pick<ContactFacts, 'firstName' | 'lastName' | 'email'>;

/** How a text of the person becomes part of the name: `foldText` for usernames, as it is for nicknames. */
type Transform = (text: string) => string;

/**
 * A name from a pattern such as `{first}.{last}@{suffix}`; `{email}` and `{local}` are the email and its part before the
 * @. What is empty leaves no dot behind. Empty for a pattern with a place that isn't one of these.
 */
export function fromPattern(pattern: string, person: Person, suffix: string, transform: Transform = String): string {
  const email = person.email ?? '';
  const values = new Map([
    ['email', email],
    ['local', email.replace(/@.*/s, '')],
    ['first', person.firstName ?? ''],
    ['last', person.lastName],
    ['suffix', suffix]
  ]);
  const text = pattern.replace(/\{(\w*)\}/g, (place, name: string) => {
    const value = values.get(name);
    return value === undefined ? place : transform(value);
  });
  return text.includes('{') ? '' : text.replace(/\.+(?=[.@]|$)|(?<=^|@)\.+/g, '').trim();
}

/** In lower case; letters of Latin script lose their marks, in other scripts a mark is part of the letter. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase();
}
