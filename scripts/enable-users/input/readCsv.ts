import { statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { CsvError, parse, type Parser } from 'csv-parse';
import { listAt, numberAt } from 'sf-cli/json';
import type { InputRow } from '../store/inputRows.ts';
import { readHeader, type Header, type Places } from './columns.ts';
import { readContactId } from './contactId.ts';
import { InputRefused } from './inputRefused.ts';
import { readUtf8 } from './utf8.ts';

/** The columns of an input, and its rows as they come. Reading the rows throws InputRefused where the file is damaged. */
export interface Input {
  /** The names of the columns as they are written. */
  readonly names: readonly string[];
  readonly places: Places;
  readonly rows: AsyncGenerator<InputRow, void>;
}

type Columns = Extract<Header, { kind: 'header' }>;

/** A longer row has a quote that is never closed. Characters. */
const LONGEST_ROW = 1_000_000;

/** Streams a CSV file, which may have any separator and line break that Excel writes, and a BOM. */
export async function readCsv(file: string): Promise<Input> {
  assertFile(file);
  const bytes = readUtf8(file);
  const start = await bytes.next();
  if (start.done === true) throw new InputRefused(`${file}: is empty. Its first line names the columns.`);
  const delimiter = delimiterOf(start.value.toString('utf8'));
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    max_record_size: LONGEST_ROW,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true
  });
  const source = Readable.from(joined(start.value, bytes), { objectMode: false });
  source.on('error', (error) => parser.destroy(error));
  const records = recordsOf(file, source.pipe(parser));
  const first = await records.next();
  if (first.done === true) throw new InputRefused(`${file}: is empty. Its first line names the columns.`);
  const header = readHeader(first.value.cells);
  if (header.kind === 'refused') throw new InputRefused(`${file}:${String(first.value.line)}: ${header.message}`);
  return { names: header.names, places: header.places, rows: rowsOf(file, header, records) };
}

function assertFile(file: string): void {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) throw new InputRefused(`${file}: there is no such file. Check the path.`);
  if (stats.isDirectory()) throw new InputRefused(`${file}: is a folder. Name a CSV file in it.`);
}

async function* joined(first: Buffer, rest: AsyncGenerator<Buffer, void>): AsyncGenerator<Buffer, void> {
  yield first;
  yield* rest;
}

/** Comma, semicolon or tab: the one that the first line has most often outside of quotes. */
function delimiterOf(start: string): string {
  const [line = ''] = start
    .replace(/^\uFEFF?[\r\n]*/, '')
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/[\r\n]/, 1);
  const count = (delimiter: string): number => line.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

interface Record {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Records with the line in which they begin. The parser counts a CRLF in quotes as two lines. */
async function* recordsOf(file: string, parser: Parser): AsyncGenerator<Record, void> {
  let countedTwice = 0;
  try {
    for await (const found of parser) {
      const cells = listAt(found, 'record').map(String);
      const breaks = cells.flatMap((cell) => cell.match(/\r\n|\n|\r/g) ?? []);
      countedTwice += breaks.filter((lineBreak) => lineBreak.length > 1).length;
      yield { line: (numberAt(found, 'info', 'lines') ?? 0) - countedTwice - breaks.length, cells };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (numberAt(error, 'lines') ?? 0) - countedTwice;
    throw new InputRefused(`${file}:${String(line)}: ${problemOf(error)}`, { cause: error });
  }
}

function problemOf({ code }: CsvError): string {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quote is opened and never closed. Close it, or write " as "" in quotes.';
    case 'CSV_MAX_RECORD_SIZE':
      return `the row has more than ${String(LONGEST_ROW)} characters, so a quote before it is never closed.`;
    default:
      return 'a quote stands inside of a cell. Put the cell in quotes, and write " as "" in it.';
  }
}

async function* rowsOf(
  file: string,
  header: Columns,
  records: AsyncGenerator<Record, void>
): AsyncGenerator<InputRow, void> {
  let row = 0;
  for await (const { line, cells } of records) {
    row++;
    yield toRow(file, header, row, line, cells);
  }
  if (row === 0) throw new InputRefused(`${file}: has a line of columns and no row below it.`);
}

function toRow(file: string, header: Columns, row: number, line: number, all: readonly string[]): InputRow {
  const cells = header.kept.map((index) => restored(all[index] ?? ''));
  const at = `${file}:${String(line)}: `;
  const place = header.places.get('ContactId') ?? 0;
  if (all.length !== header.width) {
    const problem = `the row has ${String(all.length)} cells, and the first line ${String(header.width)}. Put cells that hold a separator in quotes.`;
    return { row, line, contactId: '', cells, problem: at + problem };
  }
  const read = readContactId(cells[place] ?? '');
  return read.kind === 'id'
    ? { row, line, contactId: read.id, cells, problem: null }
    : { row, line, contactId: '', cells, problem: `${at}column ${header.names[place] ?? ''} ${read.problem}` };
}

/** Removes the apostrophe that result files put before a cell that a spreadsheet would take for a formula. */
function restored(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
