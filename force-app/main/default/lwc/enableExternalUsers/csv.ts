import { escapeFormula } from 'c/externalUserListRules';

/** RFC 4180, in UTF-8 with the mark by which Excel knows it. */
export function toCsv(lines: readonly (readonly string[])[]): string {
  return `\ufeff${lines.map((cells) => `${cells.map(toCell).join(',')}\r\n`).join('')}`;
}

function toCell(cell: string): string {
  const text = escapeFormula(cell);
  // A spreadsheet of another locale splits at `;` or a tab, but not within quotes.
  return /[",;\t\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Hands the text to the browser as a file; no server sees it. Lightning Web Security lets a Blob be of a few types only,
 * and `text/csv` is not allowed (LWC Developer Guide, Specify a MIME Type for Blob Objects in LWS).
 */
export function download(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
