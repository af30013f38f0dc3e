/** A text in SOQL (SOQL and SOSL Reference, "Quoted String Escape Sequences" [F-091]). No other file writes quotes around one. */
export function quoted(text: string): string {
  return `'${text.replace(RESERVED, escaped)}'`;
}

/** The texts of an `IN (…)`. */
export function quotedList(texts: readonly string[]): string {
  return texts.map(quoted).join(', ');
}

/** What a field begins with, for LIKE, where `%` and `_` in the text stand for themselves. */
export function quotedStart(text: string): string {
  return `'${text.replace(RESERVED, escaped).replace(/[%_]/gu, '\\$&')}%'`;
}

/** Quotes and backslashes; control characters, line separators and halves of a surrogate pair, which no request can carry. */
const RESERVED = /['"\\\p{Cc}\u2028\u2029\p{Cs}]/gu;

const SEQUENCES: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\f', '\\f'],
  ['"', '\\"'],
  ["'", "\\'"],
  ['\\', '\\\\']
]);

function escaped(character: string): string {
  return SEQUENCES.get(character) ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
