/** Blocks of lines whose columns have the same width in all blocks. Columns of numbers are aligned right. */
export function inColumns(
  blocks: readonly (readonly (readonly string[])[])[],
  numberColumns: ReadonlySet<number>
): string {
  const lines = blocks.flat();
  const columns = Math.max(0, ...lines.map(({ length }) => length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...lines.map((cells) => cells[column]?.length ?? 0))
  );
  const lineOf = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        numberColumns.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)
      )
      .join('  ')
      .trimEnd();
  return blocks.map((block) => block.map(lineOf).join('\n')).join('\n\n');
}

export function numberText(number: number): string {
  return number.toLocaleString('en-US');
}

/** The last column: whether a target is met. */
export function verdict(met: boolean | null): string {
  switch (met) {
    case null:
      return '';
    case true:
      return 'met';
    case false:
      return 'MISSED';
  }
}
