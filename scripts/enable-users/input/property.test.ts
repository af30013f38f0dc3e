import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toCsvLine } from '../../shared/csv.ts';
import { createRandom } from '../testing/random.ts';
import { InputRefused } from './inputRefused.ts';
import { readCsv } from './readCsv.ts';

/** Whole numbers below a limit, the same ones for the same seed. */
function createPicker(seed: number): (below: number) => number {
  const random = createRandom(seed);
  return (below) => Math.floor(random() * below);
}

const SEEDS = Array.from({ length: 60 }, (_none, index) => index + 1);
const PIECES = ['a', 'Å', '由紀', '🙂', '"', ',', ';', '\t', '\n', '\r\n', ' ', "'", '=', '-', '@', '\uFFFD', '0', '.'];
const COLUMNS = ['Nickname', 'Alias', 'Username', 'Email', 'TimeZone'];

describe('a random input file', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'property-'));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each(SEEDS)(
    'is read row by row, each row once, with its cells as they were written and the line in which it begins (seed %i)',
    async (seed) => {
      const random = createPicker(seed);
      const some = <Item>(items: readonly Item[], most: number): Item[] =>
        Array.from({ length: random(most + 1) }, () => items[random(items.length)]).filter(
          (item) => item !== undefined
        );
      const columns = ['ContactId', ...COLUMNS.slice(0, random(COLUMNS.length + 1))];
      const separator = [',', ';', '\t'][random(3)] ?? ',';
      const lineBreak = ['\n', '\r\n', '\r'][random(3)] ?? '\n';
      const lineOf = (cells: readonly string[]): string =>
        separator === ','
          ? toCsvLine(cells).slice(0, -1)
          : cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator);
      let text = `${random(2) === 0 ? '\uFEFF' : ''}${lineOf(columns)}${lineBreak}`;
      let line = 2;
      const expected: { readonly line: number; readonly cells: readonly string[]; readonly isUsable: boolean }[] = [];
      for (let row = 0; row < 1 + random(40); row++) {
        const isUsable = random(5) > 0;
        const id = isUsable ? `0030000000${String(10_000 + random(20))}` : some(PIECES, 6).join('');
        const cells = columns.map((_name, index) => (index === 0 ? id : some(PIECES, 8).join('')));
        // A row of empty cells is an empty line, which is left out.
        if (cells.every((cell) => cell === '')) continue;
        expected.push({ line, cells, isUsable });
        text += lineOf(cells) + lineBreak;
        line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
      }
      const file = join(folder, `${String(seed)}.csv`);
      writeFileSync(file, text);
      if (expected.length === 0) {
        await expect(readCsv(file).then(({ rows }) => Array.fromAsync(rows))).rejects.toThrow(InputRefused);
        return;
      }
      const rows = await Array.fromAsync((await readCsv(file)).rows);
      expect(rows.map(({ row }) => row)).toEqual(expected.map((_row, index) => index + 1));
      expect(rows.map((row) => row.line)).toEqual(expected.map((row) => row.line));
      expect(rows.map(({ cells }) => cells)).toEqual(
        expected.map(({ cells }) => cells.map((cell) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)))
      );
      expect(rows.map(({ problem }) => problem === null)).toEqual(expected.map(({ isUsable }) => isUsable));
    }
  );

  it.each(SEEDS)('is read, or refused with its place, where it was cut off or damaged (seed %i)', async (seed) => {
    const random = createPicker(seed);
    const whole = Buffer.from(
      `Id,Nickname\n${Array.from({ length: 50 }, (_none, row) => `00300000000${String(row).padStart(4, '0')},"Å ""由""\n${String(row)}"\n`).join('')}`
    );
    const damaged = Buffer.from(whole.subarray(0, 1 + random(whole.length)));
    damaged[random(damaged.length)] = random(256);
    const file = join(folder, `damaged${String(seed)}.csv`);
    writeFileSync(file, damaged);
    const read = readCsv(file).then(({ rows }) => Array.fromAsync(rows));
    const outcome = await read.then(
      (rows) => rows.every(({ contactId, problem }) => (contactId === '') === (problem !== null)),
      (error: unknown) => error instanceof InputRefused && error.message.startsWith(file)
    );
    expect(outcome).toBe(true);
  });
});
