/** A name with an override of the direction, a bell and the start of an isolate that never ends. */
export const rawName = 'Eve \u202Etxt.exe\u0007\u2066';

/** Returns the characters of a text that hide or reorder other text; isolates that are closed again are allowed. */
export function rawCharacters(text: string): readonly string[] {
  return text.replace(/\u2068[^\u2066-\u2069]*\u2069/gu, '').match(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu) ?? [];
}
