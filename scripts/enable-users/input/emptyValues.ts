/** How tools write that there is no value. `Null` is a surname, and stays. */
const EMPTY = ['NULL', 'null', '(null)', '<null>', '(NULL)', '<NULL>', 'N/A', 'n/a', 'nil', 'undefined', '(blank)'];

/** A cell without the blanks around it; empty where a tool wrote that there is no value. */
export function valueOfCell(cell: string): string {
  const text = cell.trim();
  return EMPTY.includes(text) ? '' : text;
}

/** Whether a formula failed here, in whatever language: `#N/A`, `#REF!`, `#NV`, `#¡VALOR!`. Nobody knows what was meant. */
export function isSpreadsheetError(text: string): boolean {
  return /^#[\p{Lu}\d¡¿/_]+[!?]?$/u.test(text);
}
