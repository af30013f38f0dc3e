import type { InputRow } from '../store/inputRows.ts';
import { readHeader, unusedColumns, type Header, type Places } from './columns.ts';
import { createCsvLexer, type CsvLexer, type CsvRecord, type Place } from './csvLexer.ts';
import { decodeText, type TextPart } from './decodeText.ts';
import { InputRefused } from './inputRefused.ts';
import { openBytes } from './openBytes.ts';
import { noteOfFooter, withoutFooter } from './reportFooter.ts';
import { toInputRow } from './toInputRow.ts';
import { DEFAULT_BOUNDS, type InputBounds } from './withBounds.ts';

/** The columns of an input, and its rows as they come. Reading the rows throws InputRefused where the file is damaged. */
export interface Input {
  /** The names of the columns as they are written. */
  readonly names: readonly string[];
  readonly places: Places;
  readonly rows: AsyncGenerator<InputRow, void>;
  /** What a person should know of the input, once its rows are read. */
  readonly notes: () => readonly string[];
}

type Columns = Extract<Header, { kind: 'header' }>;

/** Streams a CSV file, which may have any separator and line break that Excel writes, and a byte order mark. */
export async function readCsv(path: string, bounds: InputBounds = DEFAULT_BOUNDS): Promise<Input> {
  const { name, chunks } = openBytes(path, bounds);
  const parts = decodeText(chunks);
  const records = recordsOf(name, parts);
  const first = await records.next();
  if (first.done === true) throw new InputRefused(`${name}: is empty. Its first line names the columns.`);
  const { cells, width, tooLong } = first.value;
  if (tooLong !== null || width > cells.length) {
    throw new InputRefused(`${placeIn(name, cells[0])}: the first line is too long for one that names the columns.`);
  }
  const header = readHeader(cells.map(({ text }) => text));
  if (header.kind === 'refused') throw new InputRefused(`${name}:${String(cells[0]?.line ?? 1)}: ${header.message}`);
  const footer: CsvRecord[] = [];
  return {
    names: header.names,
    places: header.places,
    rows: rowsOf(name, header, withoutFooter(records, header, footer)),
    notes: () => [...unusedColumns(header.unused), ...noteOfFooter(footer)]
  };
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
      yield* lexer.feed(start).filter(hasText);
      throw new InputRefused(`${placeIn(name, lexer.place())}: ${part.problem}`);
    }
    if (lexer !== undefined) {
      yield* lexer.feed(part.text).filter(hasText);
      continue;
    }
    start += part.text;
    if (!/[\r\n]/.test(start.trimStart()) && start.length < LONGEST_FIRST_LINE) continue;
    const separator = separatorOf(start);
    lexer = createCsvLexer(name, separator.character, separator.line);
    yield* lexer.feed(start.slice(separator.length)).filter(hasText);
    start = '';
  }
  const separator = separatorOf(start);
  lexer ??= createCsvLexer(name, separator.character, separator.line);
  yield* lexer.feed(start.slice(separator.length)).filter(hasText);
  yield* lexer.end().filter(hasText);
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
  const [named, character] = /^"?sep=(.)"?(?:\r\n|\r|\n)/i.exec(start) ?? [];
  if (named !== undefined && character !== undefined && SEPARATORS.includes(character)) {
    return { character, length: named.length, line: 2 };
  }
  const [line = ''] = start
    .replace(/^[\r\n]*/, '')
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/[\r\n]/, 1);
  const count = (separator: string): number => line.split(separator).length;
  const best = SEPARATORS.reduce((most, separator) => (count(separator) > count(most) ? separator : most));
  return { character: best, length: 0, line: 1 };
}

/** Excel saves rows that were emptied as separators without cells. */
function hasText({ cells }: CsvRecord): boolean {
  return cells.some(({ text }) => text.trim() !== '');
}

async function* rowsOf(
  name: string,
  header: Columns,
  records: AsyncGenerator<CsvRecord, void>
): AsyncGenerator<InputRow, void> {
  let row = 0;
  for await (const record of records) {
    row++;
    yield toInputRow(name, header, row, record);
  }
  if (row === 0) throw new InputRefused(`${name}: has a line of columns and no row below it.`);
}
