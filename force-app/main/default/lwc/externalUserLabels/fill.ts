import { displayText } from 'c/externalUserRules';

/**
 * Fills the placeholders `{0}`, `{1}` … of a label; one without a word stays as it is. Words come from the org or from a
 * person, so each is shown without characters that hide or reorder text.
 */
export function fill(label: string, words: readonly string[]): string {
  return fillShown(label, words.map(displayText));
}

/**
 * As `fill`, for words that are sentences of `fill` or texts of `displayText` already. A name that ends with a full stop,
 * such as `Andes S.A.`, ends the sentence without a second one.
 */
export function fillShown(label: string, words: readonly string[]): string {
  return label.replace(/\{(\d+)\}(\.?)/g, (place, index: string, stop: string) => {
    const word = words[Number(index)];
    return word === undefined ? place : word + (word.endsWith('.') ? '' : stop);
  });
}

/** Fills the label for one or for many with the count and other words. */
export function forCount(one: string, many: string, count: number, words: readonly string[] = []): string {
  return fill(count === 1 ? one : many, [String(count), ...words]);
}
