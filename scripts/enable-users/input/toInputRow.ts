import { showControls, unescapeFormula } from 'c/externalUserRules';
import { counted, number } from '../report/numbers.ts';
import type { InputRow } from '../store/inputRows.ts';
import type { Header } from './columns.ts';
import { readContactId, shortened } from './contactId.ts';
import { isSpreadsheetError } from './emptyValues.ts';
import { LONGEST_CELL, type Cell, type CsvRecord } from './csvLexer.ts';

type Columns = Extract<Header, { kind: 'header' }>;

/** What is wrong with a row, and at which cell. */
interface Problem {
  readonly cell: Cell | undefined;
  readonly words: string;
}

/** A row of a file. One that can't be used says where it is wrong, and doesn't stop the others. */
export function toInputRow(file: string, header: Columns, row: number, record: CsvRecord): InputRow {
  const { cells } = record;
  const line = cells[0]?.line ?? 1;
  const kept = header.kept.map((index) => unescapeFormula(cells[index]?.text ?? ''));
  const place = header.places.get('ContactId') ?? 0;
  const id = readContactId(kept[place] ?? '');
  const problem =
    problemOfShape(header, record) ??
    problemOfCharacters(header, record, kept) ??
    problemOfValues(header, record) ??
    (id.kind === 'id'
      ? null
      : { cell: cells[header.kept[place] ?? 0], words: `column ${header.names[place] ?? ''} ${id.problem}` });
  if (problem === null) return { row, line, contactId: id.kind === 'id' ? id.id : '', cells: kept, problem: null };
  const at =
    problem.cell === undefined
      ? `${file}:${String(line)}`
      : `${file}:${String(problem.cell.line)}:${String(problem.cell.column)}`;
  return { row, line, contactId: '', cells: kept, problem: `${at}: ${problem.words}` };
}

function problemOfShape(header: Columns, { cells, width, tooLong, isLast }: CsvRecord): Problem | null {
  if (tooLong !== null) {
    return { cell: tooLong, words: `the cell has more than ${number(LONGEST_CELL)} characters. Shorten it.` };
  }
  if (width === header.width) return null;
  const counts = `the row has ${counted(width, 'cell')}, and the first line ${number(header.width)}.`;
  if (width < header.width) return { cell: undefined, words: `${counts} ${adviceForShort(cells, isLast)}` };
  const surplus = cells.slice(header.width).find(({ text }) => text.trim() !== '');
  return surplus !== undefined || width > cells.length
    ? { cell: surplus, words: `${counts} Put cells that hold a separator in quotes.` }
    : null;
}

function adviceForShort(cells: readonly Cell[], isLast: boolean): string {
  if (isLast) return 'The file ends in this row, and may be cut off: get it again.';
  const [only, ...others] = cells;
  return others.length === 0 && /[,;\t|]/.test(only?.text ?? '')
    ? 'It seems to have another separator than the first line. Use one for all rows.'
    : 'Add the missing ones, and put cells that hold a line break in quotes.';
}

/** A value of which nobody can say what it is. */
function problemOfValues(header: Columns, { cells }: CsvRecord): Problem | null {
  const stray = header.unnamed
    .map((index) => cells[index])
    .find((cell) => cell !== undefined && cell.text.trim() !== '');
  if (stray !== undefined) {
    return {
      cell: stray,
      words: `“${shortened(stray.text)}” stands in a column without a name. Name it in the first line, or empty the cell.`
    };
  }
  for (const [column, place] of header.places) {
    const cell = cells[header.kept[place] ?? -1];
    const text = cell?.text.trim() ?? '';
    if (column === 'ContactId' || !isSpreadsheetError(text)) continue;
    const words = `column ${header.names[place] ?? ''} “${shortened(text)}” is the error of a formula. Empty the cell, or write the value.`;
    return { cell, words };
  }
  return null;
}

/** A name can't hold a control character or one that overrides its direction. Blanks and line breaks around it are left out. */
function problemOfCharacters(header: Columns, { cells }: CsvRecord, kept: readonly string[]): Problem | null {
  for (const place of header.places.values()) {
    const cell = cells[header.kept[place] ?? -1];
    const text = kept[place]?.trim() ?? '';
    const shown = showControls(text);
    if (shown === text) continue;
    const [code = ''] = /\[U\+[0-9A-F]+\]/.exec(shown) ?? [];
    return {
      cell,
      words: `column ${header.names[place] ?? ''} “${shortened(text)}” holds ${wordsOf(code)}. Remove it.`
    };
  }
  return null;
}

function wordsOf(code: string): string {
  if (code === '[U+000A]' || code === '[U+000D]') return 'a line break';
  return code === '[U+0009]' ? 'a tab' : `a character that is not shown, ${code}`;
}
