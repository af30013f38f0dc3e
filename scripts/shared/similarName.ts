/** The name that a misspelt one is meant to be; undefined where it is like none of them. Both are normalized. */
export function similarName(name: string, names: readonly string[]): string | undefined {
  const most = name.length < 6 ? 1 : 2;
  return names.find((other) => Math.abs(other.length - name.length) <= most && editsBetween(name, other) <= most);
}

/** How many letters are to be changed, added, left out or exchanged with their neighbors (optimal string alignment). */
function editsBetween(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_none, index) => index)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= one.length; row++) {
    const edits = [row];
    rows.push(edits);
    for (let column = 1; column <= other.length; column++) {
      const cost = one[row - 1] === other[column - 1] ? 0 : 1;
      const isExchanged =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      edits.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + cost,
          isExchanged ? at(row - 2, column - 2) + 1 : Infinity
        )
      );
    }
  }
  return at(one.length, other.length);
}
