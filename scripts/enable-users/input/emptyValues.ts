/** How tools write that there is no value. `Null` is a surname, and stays. */
const EMPTY: ReadonlySet<string> = new Set([
  ...['NULL', 'null', '\\N', 'N/A', 'n/a', 'NaN', 'nan', 'nil', 'NIL', 'undefined', 'UNDEFINED'],
  // Reports and tables show a dash.
  ...['-', '--', '–', '—']
]);

/** `(null)`, `[NULL]`, `<NA>`, `(blank)`: in brackets a word for no value is no name, whatever its case. */
const EMPTY_IN_BRACKETS = /^[([<](?:null|na|n\/a|none|nil|blank|blanks|empty)[)\]>]$/i;

/** A cell without the blanks around it; empty where a tool wrote that there is no value. */
export function valueOfCell(cell: string): string {
  const text = cell.trim();
  return EMPTY.has(text) || EMPTY_IN_BRACKETS.test(text) ? '' : text;
}

/** How “not available” reads in Excel's languages, where it ends without a mark. */
const NOT_AVAILABLE: ReadonlySet<string> = new Set([
  ...['#N/A', '#N/D', '#N/B', '#NB', '#N/V', '#NV', '#I/T', '#YOK', '#Н/Д', '#Δ/Υ'],
  ...['#HIÁNYZIK', '#NEDOSTUPNÝ', '#NENÍ_K_DISPOZICI', '#GETTING_DATA']
]);

/**
 * What is in a cell whose value a spreadsheet could not write, in words that follow “is”; null for a value. The error of a
 * formula ends in a mark in each language (`#REF!`, `#NAME?`, `#¡VALOR!`), or is a known word; `#42` is a value.
 */
export function spreadsheetFault(text: string): string | null {
  if (
    /^#[\p{Lu}¡¿][\p{Lu}\d/_]*[!?]$/u.test(text) ||
    NOT_AVAILABLE.has(text.toUpperCase()) ||
    /^Err:\d{3}$/.test(text)
  ) {
    return 'the error of a formula';
  }
  if (/^#{3,}$/.test(text)) return 'what a spreadsheet writes where a column is too narrow';
  return /^Loading(?:\.{3}|…)$/i.test(text) ? 'what Google Sheets writes while a formula has no value yet' : null;
}

/** A word that leaves open whether no value is meant, or “none of them”. Picklists of pages have `--None--`. */
export function isUnclearValue(text: string): boolean {
  return /^(?:(?:-+ *)?none(?: *-+)?|\?+)$/i.test(text);
}
