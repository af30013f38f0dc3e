import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
      `Id,Nickname\n${ADA},"a\r\nb\nc"\n\n${BOB},d\n`,
      [row(1, 2, [ADA, 'a\r\nb\nc']), row(2, 6, [BOB, 'd'])]
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

  it.each([
    ['no id', ',a', /in\.csv:2: column Id is empty\. Give the id/u],
    ['something else', 'ada@a.example,a', /column Id “ada@a\.example” is no id\. Give the contact’s id: 15 or 18/u],
    ['an id of another object', '001000000000001AAA,a', /is no contact’s id: those begin with 003/u],
    ['an id in lower case', '003abcdefghijklaaa,a', /^$/u],
    ['an id that lost its case', '003abcdefghijklMNO,a', /has lost its upper or lower case\. Export/u],
    ['too many cells', `${ADA},a,b`, /has 3 cells, and the first line 2\. Put cells that hold a separator in quotes/u],
    ['too few cells', ADA, /has 1 cells/u]
  ])('keeps a row with %s, and says what to do', async (_title, line, message) => {
    const rows = await read(`Id,Alias\n${line}\n${BOB},b\n`);
    expect(rows[0]?.problem ?? '').toMatch(message);
    expect(rows[1]).toEqual(row(2, 3, [BOB, 'b']));
  });

  it.each([
    ['nothing in it', '', /in\.csv: is empty\. Its first line names/u],
    ['blank lines only', '\n\n', /is empty/u],
    ['no row', 'ContactId\n', /has a line of columns and no row/u],
    [
      'unknown columns',
      `Id,Color,Shape\n${ADA},1,2\n`,
      /in\.csv:1: unknown columns “Color”, “Shape”\. Known columns: Con/u
    ],
    ['a column twice', `Id,ContactId\n${ADA},${ADA}\n`, /column ContactId is there twice/u],
    ['an email instead of ids', 'Email\na@b.example\n', /no column ContactId\. .*never by an email/u],
    [
      'a quote that is never closed',
      `Id,Alias\n${ADA},a\n${BOB},"b\n`,
      /in\.csv:\d: a quote is opened and never closed/u
    ],
    ['a quote inside a cell', `Id,Alias\n${ADA},a"b\n`, /in\.csv:2: a quote stands inside/u],
    ['UTF-16', Buffer.from(`\uFEFFId\n${ADA}\n`, 'utf16le'), /is UTF-16\. Save it as “CSV UTF-8”/u],
    [
      'Latin-1',
      Buffer.from(`Id,Nickname\n${ADA},a\n${BOB},\xC5se\n`, 'latin1'),
      /in\.csv:3:20: is not UTF-8\. Save it as “CSV UTF-8” \(Excel\), or convert it: iconv/u
    ],
    ['half a character at its end', Buffer.from([0x49, 0x64, 0x0a, 0xe2, 0x82]), /in\.csv:2:1: is not UTF-8/u],
    ['zeros', Buffer.from(`Id\n${ADA}\n\0\n`), /in\.csv:3:1: is not UTF-8/u]
  ])('is refused with %s', async (_title, content, message) => {
    await expect(read(content)).rejects.toThrow(message);
  });

  it('is refused where there is no such file, or where it is a folder', async () => {
    await expect(rowsOf()).rejects.toThrow(/no such file\. Check/u);
    mkdirSync(file);
    await expect(rowsOf()).rejects.toThrow(/is a folder\. Name a CSV file/u);
  });

  it('is refused where a quote that is never closed makes a row too long', async () => {
    await expect(read(`Id,Alias\n${ADA},"${'x\n'.repeat(600_000)}`)).rejects.toThrow(/more than 1000000 characters/u);
  });
});
