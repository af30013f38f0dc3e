import { unescapeFormula } from 'c/externalUserListRules';
import type { UserField } from '../facts/userFields.ts';
import { counted, number } from '../report/numbers.ts';
import type { InputRow } from '../store/inputRows.ts';
import type { Header } from './columns.ts';
import { readContactId, shortened, type ContactId } from './contactId.ts';
import { controlCharacterIn } from './controlCharacter.ts';
import { isUnclearValue, spreadsheetFault } from './emptyValues.ts';
import { LONGEST_CELL, type Cell, type CsvRecord } from './csvLexer.ts';
import { readFieldValue, type FieldValue } from './userFieldValue.ts';

/** The columns of a file. */
export interface FileColumns extends Pick<Extract<Header, { kind: 'header' }>, KeptOfHeader> {
  readonly fields: readonly CheckedField[];
}

type KeptOfHeader = 'places' | 'names' | 'kept' | 'unnamed' | 'width';

/** A column of values of a user's field. */
export interface CheckedField {
  /** Among the kept columns. */
  readonly place: number;
  readonly field: UserField;
}

/** What is wrong with a row, and at which cell. */
interface Problem {
  readonly cell: Cell | undefined;
  readonly words: string;
  /** Of a cell with an account's id instead of a contact's. */
  readonly accountId?: string;
}

/** A row of a file. One that can't be used says where it is wrong, and doesn't stop the others. */
export function toInputRow(file: string, header: FileColumns, row: number, record: CsvRecord): InputRow {
  const { cells } = record;
  const line = cells[0]?.line ?? 1;
  const kept = header.kept.map((index) => unescapeFormula(cells[index]?.text ?? ''));
  const place = header.places.get('ContactId') ?? 0;
  const id = readContactId(kept[place] ?? '');
  const fields: Record<string, FieldValue> = {};
  const problem =
    problemOfShape(header, record) ??
    problemOfCharacters(header, record, kept) ??
    problemOfValues(header, record) ??
    problemOfId(header, record, id) ??
    readFields(header, record, kept, fields);
  const base = { row, line, cells: kept, fields };
  if (problem === null) return { ...base, contactId: id.kind === 'id' ? id.id : '', accountId: '', problem: null };
  const at =
    problem.cell === undefined
      ? `${file}:${String(line)}`
      : `${file}:${String(problem.cell.line)}:${String(problem.cell.column)}`;
  return { ...base, contactId: '', accountId: problem.accountId ?? '', problem: `${at}: ${problem.words}` };
}

function problemOfId({ places, names, kept }: FileColumns, { cells }: CsvRecord, id: ContactId): Problem | null {
  if (id.kind === 'id') return null;
  const place = places.get('ContactId') ?? 0;
  const words = `column ${names[place] ?? ''} ${id.problem}`;
  return { cell: cells[kept[place] ?? 0], words, accountId: id.accountId };
}

/** Reads the values of the user's fields into `fields`, up to the first that its field can't have. */
function readFields(
  header: FileColumns,
  { cells }: CsvRecord,
  kept: readonly string[],
  fields: Record<string, FieldValue>
): Problem | null {
  for (const { place, field } of header.fields) {
    const read = readFieldValue(field, kept[place] ?? '');
    if (read.kind === 'value') fields[field.name] = read.value;
    if (read.kind !== 'refused') continue;
    return {
      cell: cells[header.kept[place] ?? -1],
      words: `column ${shortened(header.names[place] ?? '')} ${read.problem}`
    };
  }
  return null;
}

function problemOfShape(header: FileColumns, { cells, width, tooLong, isLast }: CsvRecord): Problem | null {
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
function problemOfValues(header: FileColumns, { cells }: CsvRecord): Problem | null {
  const stray = header.unnamed
    .map((index) => cells[index])
    .find((cell) => cell !== undefined && cell.text.trim() !== '');
  if (stray !== undefined) {
    return {
      cell: stray,
      words: `“${shortened(stray.text)}” stands in a column without a name. Name it in the first line, or empty the cell.`
    };
  }
  const values = [...header.places].filter(([column]) => column !== 'ContactId').map(([, place]) => place);
  for (const place of [...values, ...header.fields.map((field) => field.place)]) {
    const cell = cells[header.kept[place] ?? -1];
    const text = cell?.text.trim() ?? '';
    // A list of a field's values may have “None”.
    const what =
      spreadsheetFault(text) ?? (values.includes(place) && isUnclearValue(text) ? 'a word for no value' : null);
    if (what === null) continue;
    const words = `column ${header.names[place] ?? ''} “${shortened(text)}” is ${what}. Empty the cell, or write the value.`;
    return { cell, words };
  }
  return null;
}

/** A name can't hold a control character or one that overrides its direction. Blanks and line breaks around it are left out. */
function problemOfCharacters(header: FileColumns, { cells }: CsvRecord, kept: readonly string[]): Problem | null {
  for (const place of header.places.values()) {
    const text = kept[place]?.trim() ?? '';
    const control = controlCharacterIn(text);
    if (control === null) continue;
    const words = `column ${header.names[place] ?? ''} “${shortened(text)}” holds ${control}. Remove it.`;
    return { cell: cells[header.kept[place] ?? -1], words };
  }
  return null;
}
