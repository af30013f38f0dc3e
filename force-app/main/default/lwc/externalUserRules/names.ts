import type { ContactFacts, Settings } from './facts.ts';
import { foldText, fromPattern } from './patterns.ts';
import { isEmailForm } from './userDraft.ts';

/** Object Reference, "User": Alias at most 8, CommunityNickname at most 40, Username at most 80 characters. */
const ALIAS_LENGTH = 8;
const NICKNAME_LENGTH = 40;
const USERNAME_LENGTH = 80;

type Named = Pick<ContactFacts, 'firstName' | 'lastName' | 'email'>;

/** First initial and last name, as the New User page fills it; letters and digits of any script are kept. */
export function suggestAlias({ firstName, lastName }: Named): string {
  const [initial = ''] = lettersOf(firstName ?? '');
  return cut([initial, ...Array.from(lettersOf(lastName)).slice(0, 4)].join(''), ALIAS_LENGTH);
}

/** By the pattern of the settings, or first.last where that gives nothing, as without an email. */
export function suggestNickname(person: Named, { nicknamePattern, usernameSuffix }: Settings): string {
  const nickname =
    fromPattern(nicknamePattern, person, usernameSuffix) || fromPattern('{first}.{last}', person, usernameSuffix);
  return cut(nickname, NICKNAME_LENGTH);
}

/**
 * By the pattern of the settings, or the email where that doesn't give the form of an email address.
 * Object Reference, "User", Username: "all lowercase", in the form of an email address [F-074].
 */
export function suggestUsername(person: Named, { usernamePattern, usernameSuffix }: Settings): string {
  const username = fromPattern(usernamePattern, person, usernameSuffix, (text) => foldText(text).replace(/\s/g, ''));
  return isEmailForm(username) ? username.toLowerCase() : foldText(person.email ?? '');
}

/**
 * Whether the pattern of the settings makes a username of each contact that has an email: known places only, one of them
 * the person's, and the form of an email address.
 */
export function isUsernamePattern({ usernamePattern, usernameSuffix }: Settings): boolean {
  const sample = { firstName: 'a', lastName: 'b', email: 'c@d.example' };
  return /\{(?!suffix\})/.test(usernamePattern) && isEmailForm(fromPattern(usernamePattern, sample, usernameSuffix));
}

/** The next username of which none of `taken` is a copy, in whatever case: its part before the @ is numbered. */
export function freeUsername(username: string, taken: readonly string[]): string {
  const [, local = username, domain = ''] = /^(.*?)(@.*)?$/s.exec(username) ?? [];
  return nextFree((tried) => numbered(tried, USERNAME_LENGTH - domain.length), local, domain, taken);
}

/** The next nickname of which none of `taken` is a copy, in whatever case. */
export function freeNickname(nickname: string, taken: readonly string[]): string {
  return nextFree(nextNickname, nickname, '', taken);
}

/** The nickname with its trailing number raised, within the length: for a retry after DUPLICATE_COMM_NICKNAME. */
export function nextNickname(nickname: string): string {
  return numbered(nickname, NICKNAME_LENGTH);
}

/** Whether the name is one of those, in whatever case. */
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
  const [, base = name, digits = ''] = /^(.*?)(\d*)$/su.exec(name) ?? [];
  const next = digits === '' ? '1' : String(Number(digits.slice(-9)) + 1);
  return `${cut(base, length - next.length)}${next}`;
}

function lettersOf(name: string): string {
  return foldText(name).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** The first `length` UTF-16 units, as Salesforce counts; a character of two units is never cut in half. */
function cut(text: string, length: number): string {
  const end = text.slice(0, length);
  return /[\uD800-\uDBFF]$/.test(end) ? end.slice(0, -1) : end;
}
