import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { runsOf } from '../../shared/testing/properties.ts';
import { createCsvLexer, type CsvRecord } from './csvLexer.ts';
import { InputRefused } from './inputRefused.ts';

const PIECES = ['a', '由', '🙂', '"', '""', '"a"', ',', ',"', '",', '\n', '\r\n', '\r', ' ', '=', '="', "'"];
const csv = fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 60 });

/** The records of a text that comes in parts; the message where it is refused. */
function read(parts: readonly string[]): readonly CsvRecord[] | string {
  const lexer = createCsvLexer('in.csv', ',');
  try {
    return [...parts.flatMap((part) => lexer.feed(part)), ...lexer.end()];
  } catch (error) {
    if (!(error instanceof InputRefused)) throw error;
    return error.message;
  }
}

/** The text of a library that reads CSV, as far as it takes the file. */
function readByLibrary(text: string): unknown {
  try {
    return parse(text, { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, skip_empty_lines: true });
  } catch {
    return null;
  }
}

describe('the reader of CSV', () => {
  it('finds the same cells and places, in whatever parts a file comes', () => {
    fc.assert(
      fc.property(csv, fc.array(fc.nat(60), { maxLength: 10 }), (text, cuts) => {
        const ends = [...cuts.map((cut) => Math.min(cut, text.length)).sort((one, other) => one - other), text.length];
        const parts = ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));
        expect(read(parts)).toEqual(read([text]));
      }),
      runsOf(500)
    );
  });

  it('finds the cells that a library finds, in each file that the library takes', () => {
    fc.assert(
      fc.property(csv, (text) => {
        const byLibrary = readByLibrary(text);
        // Blanks before a quote and ="…" are what spreadsheets write, and no library reads.
        if (byLibrary === null || /(?:^|[,\r\n]) *="?|[,\r\n] +"|"[ \t]+/.test(text)) return;
        const records = read([text]);
        expect(
          typeof records === 'string' ? records : records.map(({ cells }) => cells.map((cell) => cell.text))
        ).toEqual(byLibrary);
      }),
      runsOf(500)
    );
  });

  it('finds each cell at the place where it is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '🙂', ',', '\n', '\r\n', '\r'), maxLength: 60 }), (text) => {
        const records = read([text]);
        const lines = text.split(/\r\n|\r|\n/);
        const cells = typeof records === 'string' ? [] : records.flatMap((record) => record.cells);
        for (const { text: found, line, column } of cells) {
          expect((lines[line - 1] ?? '').slice(column - 1, column - 1 + found.length)).toBe(found);
        }
      }),
      runsOf(200)
    );
  });
});
