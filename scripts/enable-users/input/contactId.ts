import { displayText } from 'c/externalUserRules';
import { spreadsheetFault, valueOfCell } from './emptyValues.ts';

/** The last three characters of an id: each one says which of five characters are in upper case. */
const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

export type ContactId =
  | { readonly kind: 'id'; readonly id: string }
  | {
      readonly kind: 'refused';
      readonly problem: string;
      /** Where the id is that of an account, which may be a person's; else empty. */
      readonly accountId: string;
    };

/** The id of a contact, with 18 characters. An id of 15 characters is case-sensitive (Object Reference, ID Field Type). */
export function readContactId(text: string): ContactId {
  // Copied from a web page, an id may have blanks and invisible characters around it; an apostrophe makes it a text in Excel.
  const bare = text.replace(/^[\s\p{Cf}]+|(?<![\s\p{Cf}])[\s\p{Cf}]+$/gu, '').replace(/^'(?=[a-zA-Z0-9])/, '');
  const id = idInAddress(bare) ?? valueOfCell(bare);
  const whole = id.startsWith('003') ? wholeId(id) : null;
  return whole === null
    ? { kind: 'refused', problem: `${problemOf(id)}.`, accountId: id.startsWith('001') ? (wholeId(id) ?? '') : '' }
    : { kind: 'id', id: whole };
}

/** The one id in the address of a record's page, or in a formula that links to it; undefined where there is not exactly one. */
function idInAddress(text: string): string | undefined {
  if (!/^(?:https?:\/\/|\/|=HYPERLINK\()/i.test(text)) return undefined;
  const found = text.match(/(?<![a-zA-Z0-9])00[1-9a-zA-Z][a-zA-Z0-9]{12}(?:[a-zA-Z0-9]{3})?(?![a-zA-Z0-9])/g) ?? [];
  const [only, ...others] = new Set(found);
  return others.length === 0 ? only : undefined;
}

/** An id of any object with 18 characters; null where it is none. */
export function wholeId(id: string): string | null {
  if (!/^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(id)) return null;
  const body = id.slice(0, 15);
  const suffix = id.slice(15).toUpperCase();
  const whole = withSuffix(body);
  if (suffix === '' || whole === body + suffix) return whole;
  // A tool made all letters upper or lower case.
  if (body !== body.toUpperCase() && body !== body.toLowerCase()) return null;
  const restored = withSuffix(withCase(body, suffix));
  return restored.endsWith(suffix) ? restored : null;
}

function problemOf(id: string): string {
  if (id === '') return 'is empty. Give the id of the contact';
  const shown = `“${shortened(id)}”`;
  const fault = spreadsheetFault(id);
  if (fault !== null) return `${shown} is ${fault}. Give the id of the contact`;
  if (/^\d+(?:[.,]\d+)?E\+\d+$/i.test(id)) {
    return `${shown} is what a spreadsheet makes of an id that it takes for a number. Export the ids again, as text`;
  }
  const [odd] = /^003.*?([^a-zA-Z0-9])/su.exec(id)?.slice(1) ?? [];
  if (odd !== undefined) {
    return `${shown} is no id: ${namedCharacter(odd)} is none of the letters and digits of one. Copy it again`;
  }
  if (!/^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(id)) {
    return `${shown} is no id. Give the contact’s id: 15 or 18 letters and digits`;
  }
  return id.startsWith('003')
    ? `${shown} has lost its upper or lower case. Export the ids again, with 18 characters`
    : `${shown} is no contact’s id: ${otherObject(id)}`;
}

function otherObject(id: string): string {
  if (id.startsWith('001')) return 'it is an account’s. The contact of a person account is its PersonContactId';
  if (id.startsWith('005')) return 'it is a user’s. Give the ContactId of the user';
  return 'those begin with 003';
}

/** The first 15 characters with the case that the last three say. */
function withCase(body: string, suffix: string): string {
  return Array.from(body, (letter, index) => {
    const isUpper = SUFFIX.indexOf(suffix.charAt(Math.floor(index / 5))) & (1 << (index % 5));
    return isUpper === 0 ? letter.toLowerCase() : letter.toUpperCase();
  }).join('');
}

function withSuffix(id: string): string {
  return id + suffixOf(id, 0) + suffixOf(id, 5) + suffixOf(id, 10);
}

/** The letter for five characters: each bit says of one whether it is in upper case. */
function suffixOf(id: string, start: number): string {
  let upper = 0;
  for (let bit = 0; bit < 5; bit++) {
    const letter = id.charAt(start + bit);
    if (letter >= 'A' && letter <= 'Z') upper |= 1 << bit;
  }
  return SUFFIX.charAt(upper);
}

/** Characters, which may be two units of a text each. */
const MOST_SHOWN = 40;

/** The beginning of a text of the input, for a sentence. */
export function shortened(text: string): string {
  const characters = Array.from(text.slice(0, 2 * MOST_SHOWN));
  const isLong = characters.length > MOST_SHOWN || text.length > 2 * MOST_SHOWN;
  return displayText(isLong ? `${characters.slice(0, MOST_SHOWN).join('')}…` : text);
}

/** A letter that only looks like one of an id is told by its code. */
function namedCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? `“${displayText(character)}” (U+${code})` : `U+${code}`;
}
