/** One line of RFC 4180 with its line feed. */
export function toCsvLine(cells: readonly string[]): string {
  return `${cells.map(toCell).join(',')}\n`;
}

function toCell(text: string): string {
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What a spreadsheet would take for a formula (OWASP, CSV Injection) begins with an apostrophe instead. */
export function defused(cell: string): string {
  return /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
}
