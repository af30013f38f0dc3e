/** A label with its places `{0}`, `{1}` … filled; a place without a word stays as it is. */
export function fill(label: string, words: readonly string[]): string {
  return label.replace(/\{(\d+)\}/g, (place, index: string) => words[Number(index)] ?? place);
}
