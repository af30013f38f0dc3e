/** Matches a text of a field against a pattern of LIKE. */
export type LikePattern = (text: string) => boolean;

const ANY_TEXT = Symbol('any text');
const ANY_CHARACTER = Symbol('any character');

/** A character without regard to case, or a wildcard. */
type Part = string | typeof ANY_TEXT | typeof ANY_CHARACTER;

/** Reads a pattern: `%` matches any text, `_` one character, and a backslash escapes the next character [F-023]. */
export function likePattern(pattern: string): LikePattern {
  const parts = partsOf(pattern);
  return (text) => matches(parts, Array.from(text, fold));
}

function partsOf(pattern: string): readonly Part[] {
  return [...pattern.matchAll(/\\(.)|([^])/gsu)].map(([, escaped, plain = '']) => {
    if (escaped !== undefined) return fold(escaped);
    return plain === '%' ? ANY_TEXT : plain === '_' ? ANY_CHARACTER : fold(plain);
  });
}

/**
 * Takes characters one by one. At a difference it goes back to the last `%` only, so that the time is at most the product of
 * both lengths, where a regular expression tries every way to divide the text among all `%`.
 */
function matches(parts: readonly Part[], text: readonly string[]): boolean {
  let part = 0;
  let character = 0;
  let lastAnyText = -1;
  let takenByAnyText = 0;
  while (character < text.length) {
    const current = parts[part];
    if (current === ANY_TEXT) {
      lastAnyText = part;
      takenByAnyText = character;
      part += 1;
    } else if (current === ANY_CHARACTER || (current !== undefined && current === text[character])) {
      part += 1;
      character += 1;
    } else if (lastAnyText === -1) {
      return false;
    } else {
      takenByAnyText += 1;
      character = takenByAnyText;
      part = lastAnyText + 1;
    }
  }
  return parts.slice(part).every((rest) => rest === ANY_TEXT);
}

function fold(character: string): string {
  return character.toLowerCase();
}
