import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHARACTERS } from './corpus/characters.ts';
import { COLUMNS_AND_IDS } from './corpus/columnsAndIds.ts';
import { ADA } from './corpus/corpusFile.ts';
import { EXPORTS } from './corpus/exports.ts';
import { OTHER_FILES } from './corpus/otherFiles.ts';
import { QUOTES_AND_ROWS } from './corpus/quotesAndRows.ts';
import { TOOLS } from './corpus/tools.ts';
import { InputRefused } from './inputRefused.ts';
import { readCsv } from './readCsv.ts';

describe('a file', () => {
  let folder: string;
  let file: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'corpus-'));
    file = join(folder, 'in.csv');
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  /** What is said about each row and about the file, without its folder. */
  async function sayings(): Promise<readonly string[]> {
    try {
      const input = await readCsv(file);
      const rows = await Array.fromAsync(input.rows);
      return [
        ...rows.map(({ line, problem }) => problem?.replace(file, 'in.csv') ?? `ok ${String(line)}`),
        ...input.notes().map((note) => `note: ${note}`)
      ];
    } catch (error) {
      if (!(error instanceof InputRefused)) throw error;
      return [`refused: ${error.message.replace(file, 'in.csv')}`];
    }
  }

  it.each([...OTHER_FILES, ...CHARACTERS, ...QUOTES_AND_ROWS, ...COLUMNS_AND_IDS, ...EXPORTS, ...TOOLS])(
    'with $what is read, or is told with its cause and its place',
    async ({ content, says }) => {
      writeFileSync(file, content);
      expect(await sayings()).toEqual(says);
    }
  );

  it('keeps the beginning of a cell of 10 MB only', async () => {
    writeFileSync(file, `Id,Nickname\n${ADA},"${'x'.repeat(10_000_000)}"\n`);
    const [row] = await Array.fromAsync((await readCsv(file)).rows);
    expect(row?.cells[1]?.length).toBeLessThan(200);
  });
});
