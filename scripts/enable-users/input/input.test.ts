import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InputRow } from '../store/inputRows.ts';
import { readCsv } from './readCsv.ts';

const ADA = '003000000000001AAA';
const BOB = '003000000000002AAA';

describe('an input file', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'input-'));
    file = join(folder, 'in.csv');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  async function read(content: string | Buffer): Promise<InputRow[]> {
    writeFileSync(file, content);
    return rowsOf();
  }

  async function rowsOf(): Promise<InputRow[]> {
    return Array.fromAsync((await readCsv(file)).rows);
  }

  const row = (number: number, line: number, cells: readonly string[]) => ({
    row: number,
    line,
    contactId: cells[0] ?? '',
    accountId: '',
    fields: {},
    cells,
    problem: null
  });

  it.each([
    ['commas', `ContactId,Email\n${ADA},ada@a.example\n`, [row(1, 2, [ADA, 'ada@a.example'])]],
    ['semicolons, with commas in cells', `Id;Alias\n${ADA};"a,b"\n`, [row(1, 2, [ADA, 'a,b'])]],
    ['tabs', `Contact Id\tAlias\n${ADA}\ta\n`, [row(1, 2, [ADA, 'a'])]],
    ['a BOM', `\uFEFFContactId\n${ADA}`, [row(1, 2, [ADA])]],
    ['CRLF', `ContactId\r\n${ADA}\r\n${BOB}\r\n`, [row(1, 2, [ADA]), row(2, 3, [BOB])]],
    ['different line breaks', `ContactId\r\n${ADA}\n${BOB}\r`, [row(1, 2, [ADA]), row(2, 3, [BOB])]],
    ['quotes in cells', `"ContactId","Alias"\n"${ADA}","say ""a"""\n`, [row(1, 2, [ADA, 'say "a"'])]],
    [
      'line breaks in cells, with lines counted as an editor counts them',
      `Id,Message,Nickname\n${ADA},"a\r\nb\nc",c\n\n${BOB},,d\n`,
      [row(1, 2, [ADA, 'c']), row(2, 6, [BOB, 'd'])]
    ],
    ['ids of 15 characters', `Id\n003000000000001\n`, [{ ...row(1, 2, ['003000000000001']), contactId: ADA }]],
    [
      'columns of result files, which are left out',
      `Id,Outcome,Code,Alias\n${ADA},failed,X,a\n`,
      [row(1, 2, [ADA, 'a'])]
    ],
    [
      'cells with an apostrophe before a formula, which is removed',
      `Id,Nickname\n${ADA},'=x\n`,
      [row(1, 2, [ADA, '=x'])]
    ],
    ['letters of any script', `Id,Nickname\n${ADA},由紀 Åse 🙂\n`, [row(1, 2, [ADA, '由紀 Åse 🙂'])]]
  ])('may have %s', async (_title, content, expected) => {
    expect(await read(content)).toEqual(expected);
  });

  it('whose path has control characters is named without them', async () => {
    file = join(folder, '\u001B[2J.csv');
    await expect(rowsOf()).rejects.toThrow(/\[U\+001B\]\[2J\.csv: there is no such file\. Check the path\.$/u);
  });

  it.each(['003GK00000ABCDAQAV', '003gk00000abcdaqav', '003gK00000AbCdAQAV'])(
    'has the case of an id from its last three characters: %s',
    async (id) => {
      expect(await read(`Id\n${id}\n`)).toMatchObject([{ contactId: '003gK00000AbCdAQAV', problem: null }]);
    }
  );

  it('has an id that is given by its first 15 characters in lower case', async () => {
    expect(await read('Id\n003abcdefghijklaaa\n')).toMatchObject([{ contactId: '003abcdefghijklAAA', problem: null }]);
  });
});
