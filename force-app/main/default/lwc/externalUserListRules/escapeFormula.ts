/**
 * Puts an apostrophe before each part of a cell that a spreadsheet would run as a formula (OWASP, CSV Injection). A
 * spreadsheet of another locale splits a line at `;` or a tab, and a row at a line break, also in quotes that don't begin
 * its own cell: what follows them is the beginning of a cell there.
 */
export function escapeFormula(cell: string): string {
  return cell.replace(INSIDE, `$1'`).replace(AT_START, `$1'`);
}

/** The cell before escapeFormula. */
export function unescapeFormula(cell: string): string {
  return cell.includes("'") ? cell.replace(ESCAPED_AT_START, '$1').replace(ESCAPED_INSIDE, '$1') : cell;
}

/** The beginning of a cell for some spreadsheet, with quotes and blanks that it leaves out, before what makes a formula. */
const AT_START = /^([" \u00A0]*)(?='*[=+\-@\t\r])/u;
const INSIDE = /([;\t\r\n][" \u00A0]*)(?='*[=+\-@\t\r])/gu;
const ESCAPED_AT_START = /^([" \u00A0]*)'(?='*[=+\-@\t\r])/u;
const ESCAPED_INSIDE = /([;\t\r\n][" \u00A0]*)'(?='*[=+\-@\t\r])/gu;
