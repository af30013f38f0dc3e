import type { ContactFacts } from './facts.ts';
import { transliterate } from './transliteration.ts';

type Person = Pick<ContactFacts, 'firstName' | 'lastName' | 'email'>;

/** Changes each value before it goes into the name: nicknames change nothing. */
interface Transforms {
  readonly name: (text: string) => string;
  readonly email: (text: string) => string;
}

const UNCHANGED: Transforms = { name: String, email: String };

/** What usernames write: names without the characters that no username has, emails with all of theirs. */
export const FOR_USERNAMES: Transforms = {
  name: (text) => transliterate(text).replace(/[^\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`|~-]/gu, ''),
  email: (text) => transliterate(text).replace(/\s/g, '')
};

const PLACEHOLDER = /\{(email|local|first|last|suffix)\}/g;

/** Stand for the dots of values while the dots of the pattern are tidied. */
const DOT_OF_EMAIL = '\uE000';
const DOT_OF_NAME = '\uE001';

/**
 * Builds a name from a pattern such as `{first}.{last}@{suffix}`; `{email}` is the email and `{local}` its part before the
 * @. An empty value leaves no dot of the pattern behind; the dots of a value are a person's own and stay. The result is
 * empty if the pattern has an unknown placeholder.
 */
export function fromPattern(pattern: string, person: Person, suffix: string, transforms = UNCHANGED): string {
  // A brace of an email is a character like any other.
  if (pattern.replace(PLACEHOLDER, '').includes('{')) {
    return '';
  }
  const name = (text: string): string => transforms.name(text).replaceAll('.', DOT_OF_NAME);
  const email = (): string => transforms.email(person.email ?? '').replaceAll('.', DOT_OF_EMAIL);
  const valueOf = (key: string): string => {
    switch (key) {
      case 'email':
        return email();
      case 'local':
        return email().replace(/@.*/s, '');
      case 'first':
        return name(person.firstName ?? '');
      case 'last':
        return name(person.lastName);
      default:
        return suffix;
    }
  };
  // The dot of the pattern goes where there is none to separate, or where a name such as “Jr.” ends in one.
  return pattern
    .replace(PLACEHOLDER, (_place, key: string) => valueOf(key))
    .replace(/(?<=^|[@\uE001])\.+|(?<!\.)\.+(?=[.@]|$)/g, '')
    .replace(/[\uE000\uE001]/g, '.')
    .trim();
}
