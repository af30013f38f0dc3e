import type { ContactFacts, Settings } from './facts.ts';
import { FOR_USERNAMES, fromPattern } from './patterns.ts';
import { transliterate } from './transliteration.ts';
import { USER_FIELD_LENGTHS } from './userDraft.ts';
import { findUsernameFault, isUsernameForm } from './usernameForm.ts';

type Named = Pick<ContactFacts, 'firstName' | 'lastName' | 'email'>;

/** First initial and last name, as the New User page fills it; letters that can't be transliterated are kept. */
export function suggestAlias({ firstName, lastName }: Named): string {
  const [initial = ''] = lettersOf(firstName ?? '');
  return cut(initial + (/^.{0,4}/su.exec(lettersOf(lastName))?.[0] ?? ''), USER_FIELD_LENGTHS.Alias);
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

/** Whether the username is the email because the pattern gives this person none. */
export function isEmailInstead(username: string, person: Named, settings: Settings): boolean {
  if (username !== FOR_USERNAMES.email(person.email ?? '')) {
    return false;
  }
  const ofPattern = usernameOfPattern(person, settings);
  return ofPattern !== username && !isUsable(ofPattern);
}

function usernameOfPattern(person: Named, { usernamePattern, usernameSuffix }: Settings): string {
  return fromPattern(usernamePattern, person, usernameSuffix, FOR_USERNAMES).toLowerCase();
}

/** Signs alone, such as the dash for a name that isn't known, are no name before the @. */
function isUsable(username: string): boolean {
  return isUsernameForm(username) && /[a-z\d]/.test(username.slice(0, username.lastIndexOf('@')));
}

/**
 * Whether the pattern of the settings gives a username for every contact with an email: it has known placeholders only,
 * at least one of them is about the person, and the result has the form of an email address. Where it has more than one @,
 * which not every org takes, each contact gets its email [F-074].
 */
export function isUsernamePattern({ usernamePattern, usernameSuffix }: Settings): boolean {
  const sample = { firstName: 'a', lastName: 'b', email: 'c@d.example' };
  const username = fromPattern(usernamePattern, sample, usernameSuffix);
  return /\{(?!suffix\})/.test(usernamePattern) && findUsernameFault(username) === null;
}

/** Names in lower case. */
type Names = Pick<ReadonlySet<string>, 'has'>;

const NONE: Names = new Set();

/** The next username that is not in `taken`; the number goes before the @ and grows by `step` first. */
export function freeUsername(username: string, taken: Names = NONE, step = 1): string {
  const at = username.indexOf('@');
  const end = at === -1 ? username.length : at;
  const [local, domain] = [username.slice(0, end), username.slice(end)];
  return nextFree(local, domain, USER_FIELD_LENGTHS.Username, taken, step);
}

/** The next nickname that is not in `taken`; its number is at the end and grows by `step` first. */
export function freeNickname(nickname: string, taken: Names = NONE, step = 1): string {
  return nextFree(nickname, '', USER_FIELD_LENGTHS.CommunityNickname, taken, step);
}

/** Whether the nickname is the one that the settings give this person, so that nobody chose it. */
export function isSuggestedNickname(nickname: string, person: Named, settings: Settings): boolean {
  return nickname.trim().toLowerCase() === suggestNickname(person, settings).trim().toLowerCase();
}

function nextFree(start: string, end: string, length: number, taken: Names, step: number): string {
  let name = numbered(start, length - end.length, step);
  while (taken.has((name + end).toLowerCase())) {
    name = numbered(name, length - end.length, 1);
  }
  return name + end;
}

/** Counts on from the number at the end of the name, and cuts the name to the length. */
function numbered(name: string, length: number, step: number): string {
  const end = name.search(/(?<!\d)\d*$/);
  const next = String(Number(name.slice(end).slice(-9)) + step);
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
