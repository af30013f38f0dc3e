/** Markdown as Prettier writes it, so that a generated page needs no formatting. */

const WIDTH = 120;

export function toTable(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heading.map((_, column) => Math.max(...[heading, ...rows].map((row) => row[column]?.length ?? 0)));
  const toLine = (cells: readonly string[], filler: string): string =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width, filler)).join(' | ')} |`;
  return [toLine(heading, ' '), toLine([], '-'), ...rows.map((row) => toLine(row, ' '))].join('\n');
}

/** Words in lines of at most `WIDTH` characters. */
export function toParagraph(words: readonly string[]): string {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.join('\n');
}

/** The names as code, with commas between them. */
export function toNames(names: readonly string[]): string {
  return toParagraph(names.map((name, index) => `\`${name}\`${index === names.length - 1 ? '' : ','}`));
}
