/** Letters of scripts that run from right to left: Hebrew, Arabic, Syriac, Thaana, NKo and what follows them in Unicode. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A label with its places `{0}`, `{1}` … filled; a place without a word stays as it is. A name that runs from right to
 * left is isolated, so that it doesn't turn around what stands beside it (Unicode Standard Annex 9).
 */
export function fill(label: string, words: readonly string[]): string {
  return label.replace(/\{(\d+)\}/g, (place, index: string) => {
    const word = words[Number(index)] ?? place;
    return RIGHT_TO_LEFT.test(word) ? `\u2068${word}\u2069` : word;
  });
}
