/**
 * Text of an org or a file as it may stand in a sentence, a table or a terminal. Control characters and those that
 * override or embed a direction are shown as `[U+001B]`, so that nothing hides in a name. A text with letters written
 * from right to left is isolated, so that it doesn't reorder the words around it (Unicode Standard Annex #9, 2.4 and 2.7).
 */
export function displayText(text: string): string {
  const shown = showControls(text);
  return RIGHT_TO_LEFT.test(shown) ? `${FIRST_STRONG_ISOLATE}${shown}${POP_DIRECTIONAL_ISOLATE}` : shown;
}

/** As displayText, without isolation: for a cell, an attribute, or an element that isolates its text itself. */
export function showControls(text: string): string {
  return text.replace(CONTROLS, (character) => `[U+${codeOf(character)}]`);
}

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_DIRECTIONAL_ISOLATE = '\u2069';

/** C0 and C1 controls, line and paragraph separators, embeddings, overrides and isolates; half of a surrogate pair. */
const CONTROLS = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\p{Cs}]/gu;

/** Letters and marks of scripts that are written from right to left, and the three marks that stand for a direction. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\u200E\u200F\uFB1D-\uFDFF\uFE70-\uFEFE\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
