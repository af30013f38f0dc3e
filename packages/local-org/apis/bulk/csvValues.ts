/** The values of `columnDelimiter`. Source: Bulk API 2.0 Developer Guide, "Create a Job". */
export const DELIMITERS = {
  BACKQUOTE: '`',
  CARET: '^',
  COMMA: ',',
  PIPE: '|',
  SEMICOLON: ';',
  TAB: '\t'
} as const;

export type ColumnDelimiter = keyof typeof DELIMITERS;

/**
 * Reads the values of a line; null when a quote is in a wrong place. Values are not trimmed; "a space before or after a double
 * quote generates an error for the row"; a quote within quotes is doubled.
 * Source: Bulk API 2.0 Developer Guide, "Prepare CSV Files", "Valid CSV Record Rows".
 */
export function readValues(line: string, delimiter: string): string[] | null {
  if (!line.includes('"')) return line.split(delimiter);
  const values: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = line[at] === '"';
    const end = quoted ? endOfQuoted(line, at) : indexOrEnd(line, delimiter, at);
    if (end === null || (end < line.length && line[end] !== delimiter)) return null;
    const raw = quoted ? line.slice(at + 1, end - 1).replaceAll('""', '"') : line.slice(at, end);
    if (!quoted && raw.includes('"')) return null;
    values.push(raw);
    if (end >= line.length) return values;
    at = end + 1;
  }
}

/** The position after the closing quote; null without one. */
function endOfQuoted(line: string, start: number): number | null {
  for (let at = line.indexOf('"', start + 1); at !== -1; at = line.indexOf('"', at + 2)) {
    if (line[at + 1] !== '"') return at + 1;
  }
  return null;
}

function indexOrEnd(line: string, delimiter: string, from: number): number {
  const found = line.indexOf(delimiter, from);
  return found === -1 ? line.length : found;
}

/** Puts a value in quotes, as the `sf__` columns have it. */
export function quoted(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}
