/** A spreadsheet takes such a cell for a formula (OWASP, CSV Injection), so an apostrophe is put before it. */
export function defused(cell: string): string {
  return /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
}
