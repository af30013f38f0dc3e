/** Puts an apostrophe before a cell that a spreadsheet would run as a formula (OWASP, CSV Injection). */
export function escapeFormula(cell: string): string {
  return /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
}
