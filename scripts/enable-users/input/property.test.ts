import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { escapeFormula, unescapeFormula } from 'c/externalUserListRules';
import fc from 'fast-check';
import { toCsvLine } from '../../shared/csv.ts';
import { runsOf } from '../../shared/testing/properties.ts';
import { InputRefused } from './inputRefused.ts';
import { readCsv } from './readCsv.ts';

const PIECES = ['a', 'Å', '由紀', '🙂', '"', ',', ';', '\t', '\n', '\r\n', ' ', "'", '=', '-', '@', '\uFFFD', '0', '.'];
const COLUMNS = ['Nickname', 'Alias', 'Username', 'Email', 'TimeZone'];

const text = (most: number): fc.Arbitrary<string> => fc.string({ unit: fc.constantFrom(...PIECES), maxLength: most });

const usableRow = fc.record({
  isUsable: fc.constant(true),
  id: fc.nat(20).map((number) => `0030000000${String(10_000 + number)}`),
  cells: fc.array(text(8), { minLength: COLUMNS.length, maxLength: COLUMNS.length })
});
const unusableRow = fc.record({
  isUsable: fc.constant(false),
  id: text(6),
  cells: fc.array(text(8), { minLength: COLUMNS.length, maxLength: COLUMNS.length })
});

const file = fc.record({
  columns: fc.nat(COLUMNS.length),
  separator: fc.constantFrom(',', ';', '\t'),
  lineBreak: fc.constantFrom('\n', '\r\n', '\r'),
  hasMark: fc.boolean(),
  rows: fc.array(fc.oneof({ weight: 4, arbitrary: usableRow }, { weight: 1, arbitrary: unusableRow }), {
    minLength: 1,
    maxLength: 40
  })
});

/** Whether a control character stands between other characters of a cell. */
function holdsControl(cell: string): boolean {
  return /\p{Cc}/u.test(unescapeFormula(cell).trim());
}

describe('a random input file', () => {
  let folder: string;
  let path: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'property-'));
    path = join(folder, 'input.csv');
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is read row by row, each row once, with its cells as they were written and the line in which it begins', () =>
    fc.assert(
      fc.asyncProperty(file, async ({ columns, separator, lineBreak, hasMark, rows }) => {
        const lineOf = (cells: readonly string[]): string =>
          separator === ','
            ? toCsvLine(cells).slice(0, -1)
            : cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator);
        let written = `${hasMark ? '\uFEFF' : ''}${lineOf(['ContactId', ...COLUMNS.slice(0, columns)])}${lineBreak}`;
        let next = 2;
        const expected: { readonly line: number; readonly cells: readonly string[]; readonly isUsable: boolean }[] = [];
        for (const { isUsable, id, cells: all } of rows) {
          const cells = [id, ...all.slice(0, columns)];
          const line = next;
          written += lineOf(cells) + lineBreak;
          next += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
          // A row of empty cells is left out, as an empty line is.
          if (cells.every((cell) => cell.trim() === '')) continue;
          expected.push({ line, cells, isUsable: isUsable && !cells.some(holdsControl) });
        }
        writeFileSync(path, written);
        if (expected.length === 0) {
          await expect(readCsv(path).then((csv) => Array.fromAsync(csv.rows))).rejects.toThrow(InputRefused);
          return;
        }
        const read = await Array.fromAsync((await readCsv(path)).rows);
        expect(read.map(({ row }) => row)).toEqual(expected.map((_row, index) => index + 1));
        expect(read.map((row) => row.line)).toEqual(expected.map((row) => row.line));
        expect(read.map(({ cells }) => cells)).toEqual(expected.map(({ cells }) => cells.map(unescapeFormula)));
        expect(read.map(({ problem }) => problem === null)).toEqual(expected.map(({ isUsable }) => isUsable));
      }),
      runsOf(60)
    ));

  const whole = Buffer.from(
    `Id,Nickname\n${Array.from({ length: 50 }, (_none, row) => `00300000000${String(row).padStart(4, '0')},"Å ""由""\n${String(row)}"\n`).join('')}`
  );

  it('is read, or refused with its place, where it was cut off or damaged', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: whole.length }),
        fc.nat(whole.length),
        fc.nat(255),
        async (length, place, byte) => {
          const damaged = Buffer.from(whole.subarray(0, length));
          damaged[place % length] = byte;
          writeFileSync(path, damaged);
          const outcome = await readCsv(path)
            .then(({ rows }) => Array.fromAsync(rows))
            .then(
              (rows) => rows.every(({ contactId, problem }) => (contactId === '') === (problem !== null)),
              (error: unknown) => error instanceof InputRefused && error.message.startsWith(path)
            );
          expect(outcome).toBe(true);
        }
      ),
      runsOf(60)
    ));

  it('has the cells that a result file was written with, and none that a spreadsheet splits off as a formula', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', "'", '"', '=', '-', ';', '\t', '\n', ' ', '@'),
      maxLength: 12
    });
    fc.assert(
      fc.property(cell, (original) => {
        const escaped = escapeFormula(original);
        expect(unescapeFormula(escaped)).toBe(original);
        for (const part of escaped.split(/[;\t\r\n]/)) expect(part.replace(/^[" ]*/, '')).not.toMatch(/^[=+\-@]/);
      }),
      runsOf(300)
    );
  });
});
