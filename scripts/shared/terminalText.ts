/**
 * A text as a terminal or a page may have it. Characters that a terminal obeys, or that change the direction of what
 * follows, are shown by their codes, whoever put them into a name. Line breaks, tabs and isolated names stay.
 */
export function terminalText(text: string): string {
  return text.replace(OBEYED, (character) => (KEPT.includes(character) ? character : `[U+${codeOf(character)}]`));
}

/** The same in one line. */
export function terminalLine(text: string): string {
  return terminalText(text.replace(/(?<!\s)\s*[\r\n]\s*/gu, ' '));
}

/** JSON whose strings have no such character either: a program reads the same, and a terminal shows its code. */
export function toJsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(OBEYED, (character) =>
    character === '\n' ? character : `\\u${codeOf(character).toLowerCase()}`
  );
}

/** Controls, line separators, and the embeddings, overrides and isolates of Unicode Standard Annex #9; half of a pair. */
const OBEYED = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\p{Cs}]/gu;

/** FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE stand around a name. */
const KEPT = ['\n', '\t', '\u2068', '\u2069'];

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
