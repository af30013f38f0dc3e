import type { ContactFacts } from './facts.ts';

type Person = Pick<ContactFacts, 'firstName' | 'lastName' | 'email'>;

/** Changes each value before it goes into the name: usernames use `foldText`, nicknames change nothing. */
type Transform = (text: string) => string;

/**
 * Builds a name from a pattern such as `{first}.{last}@{suffix}`; `{email}` is the email and `{local}` its part before the
 * @. An empty value leaves no dot behind. The result is empty if the pattern has an unknown placeholder.
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

/** Lower case without accents on Latin letters; in other scripts a mark is part of the letter and stays. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase();
}
