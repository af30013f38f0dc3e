import type { UserField } from '../facts/userFields.ts';
import { unreadable, type OrgAnswer } from '../transports/orgAnswer.ts';
import type { InputRow } from '../store/inputRows.ts';
import { readHeader, unusedColumns, withoutIds, type Header, type Places } from './columns.ts';
import { createCsvLexer, type CsvLexer, type CsvRecord, type Place } from './csvLexer.ts';
import { decodeText, type TextPart } from './decodeText.ts';
import { InputRefused } from './inputRefused.ts';
import { findMissingIds } from './missingIds.ts';
import { openBytes } from './openBytes.ts';
import { noteOfFooter, withoutFooter } from './reportFooter.ts';
import { toInputRow, type CheckedField, type FileColumns } from './toInputRow.ts';
import { problemOfField } from './userFieldColumns.ts';
import { DEFAULT_BOUNDS, type InputBounds } from './withBounds.ts';

/** The columns of an input, and its rows as they come. Reading the rows throws InputRefused where the file is damaged. */
export interface Input {
  /** The names of the columns as they are written. */
  readonly names: readonly string[];
  readonly places: Places;
  /** The API names of the user's fields that have columns of their own. */
  readonly fields: readonly string[];
  readonly rows: AsyncGenerator<InputRow, void>;
  /** What a person should know of the input, once its rows are read. */
  readonly notes: () => readonly string[];
}

/** Asks the org for the fields of users. Called only where a file has a column for one. */
export type ReadUserFields = () => Promise<OrgAnswer<ReadonlyMap<string, UserField>>>;

/** Streams a CSV file, which may have any separator and line break that Excel writes, and a byte order mark. */
export async function readCsv(
  path: string,
  bounds: InputBounds = DEFAULT_BOUNDS,
  readUserFields: ReadUserFields = withoutOrg
): Promise<Input> {
  const { name, chunks } = openBytes(path, bounds);
  const parts = decodeText(chunks);
  const records = recordsWithText(recordsOf(name, parts));
  const first = await records.next();
  if (first.done === true) throw new InputRefused(`${name} is empty. Its first line names the columns.`);
  const { cells, width, tooLong } = first.value;
  if (tooLong !== null || width > cells.length) {
    throw new InputRefused(`${placeIn(name, cells[0])}: the first line is too long for one that names the columns.`);
  }
  const header = readHeader(cells.map(({ text }) => text));
  if (header.kind !== 'header') {
    const message = header.kind === 'refused' ? header.message : withoutIds(await findMissingIds(first.value, records));
    throw new InputRefused(`${name}:${String(cells[0]?.line ?? 1)}: ${message}`);
  }
  const fields = await checkedFields(header, readUserFields, (place) => placeIn(name, cells[place]));
  const footer: CsvRecord[] = [];
  return {
    names: header.names,
    places: header.places,
    fields: fields.map(({ field }) => field.name),
    rows: rowsOf(name, { ...header, fields }, withoutFooter(records, header, footer)),
    notes: () => [...unusedColumns(header.unused), ...noteOfFooter(footer)]
  };
}

function withoutOrg(): ReturnType<ReadUserFields> {
  return Promise.resolve(unreadable('No org was asked.'));
}

/** The columns of the user's fields, as the org describes them. Throws InputRefused where it has no such field. */
async function checkedFields(
  { userFields, names, kept }: Extract<Header, { kind: 'header' }>,
  readUserFields: ReadUserFields,
  placeOf: (index: number) => string
): Promise<readonly CheckedField[]> {
  if (userFields.length === 0) return [];
  const fields = await readUserFields();
  return userFields.map(({ place, name }) => {
    const problem = problemOfField(name, names[place] ?? '', fields);
    if (problem !== null) throw new InputRefused(`${placeOf(kept[place] ?? 0)}: ${problem}`);
    const field = fields.kind === 'known' ? fields.value.get(name.toLowerCase()) : undefined;
    if (field === undefined) throw new Error(`${name} has no problem, and is no field.`);
    return { place, field };
  });
}

/** `in.csv:2:5`. */
function placeIn(name: string, place: Place | undefined): string {
  return `${name}:${String(place?.line ?? 1)}:${String(place?.column ?? 1)}`;
}

/** The text of the first line is needed before anything is read, as it says what separates the cells. */
const LONGEST_FIRST_LINE = 100_000;

async function* recordsOf(name: string, parts: AsyncGenerator<TextPart, void>): AsyncGenerator<CsvRecord, void> {
  let start = '';
  let lexer: CsvLexer | undefined;
  for await (const part of parts) {
    if (part.kind !== 'text') {
      if (part.kind === 'fileProblem') throw new InputRefused(`${name}: ${part.problem}`);
      lexer ??= createCsvLexer(name, ',');
      yield* lexer.feed(start);
      throw new InputRefused(`${placeIn(name, lexer.place())}: ${part.problem}`);
    }
    if (lexer !== undefined) {
      yield* lexer.feed(part.text);
      continue;
    }
    start += part.text;
    if (!/[\r\n]/.test(start.trimStart()) && start.length < LONGEST_FIRST_LINE) continue;
    const separator = separatorOf(start);
    lexer = createCsvLexer(name, separator.character, separator.line);
    yield* lexer.feed(start.slice(separator.length));
    start = '';
  }
  const separator = separatorOf(start);
  lexer ??= createCsvLexer(name, separator.character, separator.line);
  yield* lexer.feed(start.slice(separator.length));
  yield* lexer.end();
}

interface Separator {
  readonly character: string;
  /** Of a line that names it. */
  readonly length: number;
  /** The line that the columns are in, or the empty lines before it. */
  readonly line: number;
}

const SEPARATORS = [',', ';', '\t'];

/** Comma, semicolon or tab: the one that a line `sep=;` names, or that the first line has most often outside of quotes. */
function separatorOf(start: string): Separator {
  // A spreadsheet that saves such a file again adds separators behind it.
  const [named, character] = /^[\r\n]*"?sep=(.)"?[,;\t]*(?:\r\n|\r|\n)/i.exec(start) ?? [];
  if (named !== undefined && character !== undefined && SEPARATORS.includes(character)) {
    return { character, length: named.length, line: named.split(/\r\n|\r|\n/).length };
  }
  const [line = ''] = start
    .replace(/^[\r\n]*/, '')
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/[\r\n]/, 1);
  const count = (separator: string): number => line.split(separator).length;
  const best = SEPARATORS.reduce((most, separator) => (count(separator) > count(most) ? separator : most));
  return { character: best, length: 0, line: 1 };
}

/**
 * Excel saves rows that were emptied as separators without cells, and empty lines too when it saves a report again. An old
 * program ends its file with Ctrl-Z.
 */
async function* recordsWithText(records: AsyncGenerator<CsvRecord, void>): AsyncGenerator<CsvRecord, void> {
  let isAfterGap = false;
  for await (const record of records) {
    const isEmpty = record.cells.every(({ text }) => text.trim() === '') || isEndOfFile(record);
    if (!isEmpty) yield isAfterGap ? { ...record, isAfterGap } : record;
    isAfterGap = isEmpty;
  }
}

function isEndOfFile({ cells, isLast }: CsvRecord): boolean {
  return isLast && cells.length === 1 && /^\u001A+$/.test(cells[0]?.text ?? '');
}

async function* rowsOf(
  name: string,
  header: FileColumns,
  records: AsyncGenerator<CsvRecord, void>
): AsyncGenerator<InputRow, void> {
  let row = 0;
  for await (const record of records) {
    row++;
    yield toInputRow(name, header, row, record);
  }
  if (row === 0) throw new InputRefused(`${name}: has a line of columns and no row below it.`);
}
