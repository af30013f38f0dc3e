import type { ContactFacts, Settings } from './facts.ts';
import { FOR_USERNAMES, fromPattern } from './patterns.ts';
import { transliterate } from './transliteration.ts';
import { USER_FIELD_LENGTHS } from './userDraft.ts';
import { isUsernameForm } from './usernameForm.ts';

type Named = Pick<ContactFacts, 'firstName' | 'lastName' | 'email'>;

/** First initial and last name, as the New User page fills it; letters that can't be transliterated are kept. */
export function suggestAlias({ firstName, lastName }: Named): string {
  const [initial = ''] = lettersOf(firstName ?? '');
  return cut([initial, ...Array.from(lettersOf(lastName)).slice(0, 4)].join(''), USER_FIELD_LENGTHS.Alias);
}

/** Follows the pattern of the settings; if the result is empty, for example without an email, it is first.last. */
export function suggestNickname(person: Named, { nicknamePattern, usernameSuffix }: Settings): string {
  const nickname =
    fromPattern(nicknamePattern, person, usernameSuffix) || fromPattern('{first}.{last}', person, usernameSuffix);
  return cut(nickname, USER_FIELD_LENGTHS.CommunityNickname);
}

/**
 * Follows the pattern of the settings; if the result can't be a username, for example because a name has letters that
 * can't be transliterated, it is the email. Object Reference, "User", Username: "all lowercase", in the form of an email
 * address [F-074].
 */
export function suggestUsername(person: Named, settings: Settings): string {
  const username = usernameOfPattern(person, settings);
  return isUsable(username) ? username : FOR_USERNAMES.email(person.email ?? '');
}

/** Whether the suggested username is the email because the pattern gives this person none. */
export function isEmailInstead(person: Named, settings: Settings): boolean {
  const username = usernameOfPattern(person, settings);
  return !isUsable(username) && username !== suggestUsername(person, settings);
}

function usernameOfPattern(person: Named, { usernamePattern, usernameSuffix }: Settings): string {
  return fromPattern(usernamePattern, person, usernameSuffix, FOR_USERNAMES).toLowerCase();
}

/** Signs alone, such as the dash for a name that isn't known, are no name before the @. */
function isUsable(username: string): boolean {
  return isUsernameForm(username) && /[a-z\d].*@/.test(username);
}

/**
 * Whether the pattern of the settings gives a username for every contact with an email: it has known placeholders only,
 * at least one of them is about the person, and the result has the form of an email address.
 */
export function isUsernamePattern({ usernamePattern, usernameSuffix }: Settings): boolean {
  const sample = { firstName: 'a', lastName: 'b', email: 'c@d.example' };
  return /\{(?!suffix\})/.test(usernamePattern) && isUsernameForm(fromPattern(usernamePattern, sample, usernameSuffix));
}

/** The next username that is not in `taken`, ignoring case; the number goes before the @. */
export function freeUsername(username: string, taken: readonly string[]): string {
  const at = username.indexOf('@');
  const end = at === -1 ? username.length : at;
  const [local, domain] = [username.slice(0, end), username.slice(end)];
  return nextFree((tried) => numbered(tried, USER_FIELD_LENGTHS.Username - domain.length), local, domain, taken);
}

/** The next nickname that is not in `taken`, ignoring case. */
export function freeNickname(nickname: string, taken: readonly string[]): string {
  return nextFree(nextNickname, nickname, '', taken);
}

/** The nickname with the next number at its end, cut to the length: for a retry after DUPLICATE_COMM_NICKNAME. */
export function nextNickname(nickname: string): string {
  return numbered(nickname, USER_FIELD_LENGTHS.CommunityNickname);
}

/** Whether the name is in use, ignoring case. */
export function isTaken(name: string, taken: readonly string[]): boolean {
  return taken.some((other) => other.toLowerCase() === name.toLowerCase());
}

function nextFree(next: (tried: string) => string, start: string, end: string, taken: readonly string[]): string {
  let name = next(start);
  while (isTaken(name + end, taken)) {
    name = next(name);
  }
  return name + end;
}

function numbered(name: string, length: number): string {
  const end = name.search(/\d*$/);
  const next = String(Number(name.slice(end).slice(-9)) + 1);
  return `${cut(name.slice(0, end), length - next.length)}${next}`;
}

function lettersOf(name: string): string {
  return transliterate(name).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** At most `length` UTF-16 units, because Salesforce counts those; a character of two units is never cut in half. */
function cut(text: string, length: number): string {
  const end = text.slice(0, length);
  return /[\uD800-\uDBFF]$/.test(end) ? end.slice(0, -1) : end;
}
