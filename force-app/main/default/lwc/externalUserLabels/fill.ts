/** Letters of scripts that run from right to left: Hebrew, Arabic, Syriac, Thaana, NKo and the blocks after them. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * Fills the placeholders `{0}`, `{1}` … of a label; one without a word stays as it is. A right-to-left name is isolated,
 * so that it doesn't reorder the text beside it (Unicode Standard Annex 9).
 */
export function fill(label: string, words: readonly string[]): string {
  return label.replace(/\{(\d+)\}/g, (place, index: string) => {
    const word = words[Number(index)] ?? place;
    return RIGHT_TO_LEFT.test(word) ? `\u2068${word}\u2069` : word;
  });
}
