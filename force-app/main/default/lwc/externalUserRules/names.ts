import type { ContactFacts } from './facts.ts';

/** Object reference, User: Alias at most 8, CommunityNickname at most 40, Username at most 80 characters. */
const ALIAS_LENGTH = 8;
const NICKNAME_LENGTH = 40;

type Named = Pick<ContactFacts, 'firstName' | 'lastName' | 'email'>;

/** First initial and last name, as the New User page fills it; letters and digits of any script are kept. */
export function suggestAlias({ firstName, lastName }: Named): string {
  const [initial = ''] = lettersOf(firstName ?? '');
  return cut([initial, ...Array.from(lettersOf(lastName)).slice(0, 4)].join(''), ALIAS_LENGTH);
}

/** The email's local part, or first.last; `nextNickname` keeps two of the same name apart. */
export function suggestNickname({ firstName, lastName, email }: Named): string {
  return cut(email?.split('@')[0] ?? [firstName, lastName].filter((name) => name !== null).join('.'), NICKNAME_LENGTH);
}

/** The nickname with its trailing number raised, within the length: for a retry after DUPLICATE_COMM_NICKNAME. */
export function nextNickname(nickname: string): string {
  const [, base = nickname, digits = ''] = /^(.*?)(\d*)$/su.exec(nickname) ?? [];
  const next = digits === '' ? '1' : String(Number(digits.slice(-9)) + 1);
  return `${cut(base, NICKNAME_LENGTH - next.length)}${next}`;
}

/** The email in lower case, as usernames are kept: "all lowercase", in the form of an email address (object reference). */
export function suggestUsername({ email }: Named): string {
  return (email ?? '').toLowerCase();
}

/** Accents go where the script is Latin; elsewhere a mark is part of the letter. */
function lettersOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
    .toLowerCase();
}

/** The first `length` UTF-16 units, as Salesforce counts; a character of two units is never cut in half. */
function cut(text: string, length: number): string {
  const end = text.slice(0, length);
  return /[\uD800-\uDBFF]$/.test(end) ? end.slice(0, -1) : end;
}
