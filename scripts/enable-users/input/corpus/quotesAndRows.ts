import { ADA, BOB, TWO, type CorpusFile } from './corpusFile.ts';

/** Files whose quotes or separators are wrong, and very long ones. */
export const QUOTES_AND_ROWS: readonly CorpusFile[] = [
  {
    what: 'a quote that is never closed',
    content: `${TWO}${ADA},a\n${BOB},"b\nc,d\n`,
    says: [
      'refused: in.csv:3:20: a quote is opened here and never closed. Close it, or write " as "" in a cell with quotes.'
    ]
  },
  {
    what: 'a quote that is never closed in the first line',
    content: `Id,"Nickname\n${ADA},a\n`,
    says: [
      'refused: in.csv:1:4: a quote is opened here and never closed. Close it, or write " as "" in a cell with quotes.'
    ]
  },
  {
    what: 'a quote that is never closed behind a cell with line breaks',
    content: `${TWO}"${ADA}","a\nb"\n"${BOB}","x""\n`,
    says: [
      'refused: in.csv:4:22: a quote is opened here and never closed. Close it, or write " as "" in a cell with quotes.'
    ]
  },
  {
    what: 'a quote that opens at the very end',
    content: `${TWO}${ADA},"`,
    says: [
      'refused: in.csv:2:20: a quote is opened here and never closed. Close it, or write " as "" in a cell with quotes.'
    ]
  },
  {
    what: 'a quote that swallows the rows below it',
    content: `${TWO}${ADA},"a\n${BOB},"b"\n`,
    says: [
      'refused: in.csv:3:21: text follows the closing quote of the cell that begins at line 2, column 20. Write " as "" in a cell with quotes, and close each quote.'
    ]
  },
  {
    what: 'text behind a closing quote',
    content: `${TWO}${ADA},"a"b\n`,
    says: [
      'refused: in.csv:2:23: text follows the closing quote of the cell that begins at line 2, column 20. Write " as "" in a cell with quotes, and close each quote.'
    ]
  },
  {
    what: 'quotes within quotes that are not doubled',
    content: `${TWO}${ADA},"say "hi" to"\n`,
    says: [
      'refused: in.csv:2:26: text follows the closing quote of the cell that begins at line 2, column 20. Write " as "" in a cell with quotes, and close each quote.'
    ]
  },
  {
    what: 'a backslash before a quote',
    content: `${TWO}${ADA},"a\\"b"\n`,
    says: [
      'refused: in.csv:2:24: text follows the closing quote of the cell that begins at line 2, column 20. Write " as "" in a cell with quotes, and close each quote.'
    ]
  },
  { what: 'a quote inside of a cell, as Excel reads it', content: `${TWO}${ADA},5" a\n`, says: ['ok 2'] },
  { what: 'blanks before and behind quotes', content: `Id, "Nickname"\n${ADA}, "a" \n`, says: ['ok 2'] },
  { what: 'an id as a formula of a text', content: `Id,Nickname\n="${ADA}",a\n`, says: ['ok 2'] },
  { what: 'an empty cell in quotes', content: `${TWO}"${ADA}",""\n`, says: ['ok 2'] },
  {
    what: 'typographic quotes',
    content: `${TWO}“${ADA}”,a\n`,
    says: ['in.csv:2:1: column Id ““003000000000001AAA”” is no id. Give the contact’s id: 15 or 18 letters and digits.']
  },

  {
    what: 'too few cells',
    content: `Id,Nickname,Alias\n${ADA},a\n${BOB},b,b\n`,
    says: [
      'in.csv:2: the row has 2 cells, and the first line 3. Add the missing ones, and put cells that hold a line break in quotes.',
      'ok 3'
    ]
  },
  {
    what: 'a row that breaks off at the end',
    content: `${TWO}${ADA},a\n${BOB.slice(0, 9)}`,
    says: [
      'ok 2',
      'in.csv:3: the row has 1 cell, and the first line 2. The file ends in this row, and may be cut off: get it again.'
    ]
  },
  {
    what: 'too many cells',
    content: `${TWO}${ADA},Lee, Ann\n`,
    says: ['in.csv:2:24: the row has 3 cells, and the first line 2. Put cells that hold a separator in quotes.']
  },
  { what: 'separators behind the last cell', content: `${TWO}${ADA},a,,,\n`, says: ['ok 2'] },
  {
    what: 'empty lines and emptied rows between the others',
    content: `${TWO}\n${ADA},a\n,\n\n${BOB},b\n`,
    says: ['ok 3', 'ok 6']
  },
  {
    what: 'another separator in the rows than in the first line',
    content: `${TWO}${ADA};a\n`,
    says: [
      'in.csv:2: the row has 1 cell, and the first line 2. It seems to have another separator than the first line. Use one for all rows.'
    ]
  },
  { what: 'a line that names the separator', content: `sep=;\r\nId;Nickname\r\n${ADA};a,b\r\n`, says: ['ok 3'] },
  {
    what: 'pipes between the cells',
    content: `Id|Nickname\n${ADA}|a\n`,
    says: ['refused: in.csv:1: the cells are separated by |. Separate them by commas, semicolons or tabs.']
  },
  {
    what: 'a cell of 10 MB in quotes',
    content: `${TWO}${ADA},"${'x'.repeat(10_000_000)}"\n${BOB},b\n`,
    says: ['in.csv:2:20: the cell has more than 100,000 characters. Shorten it.', 'ok 3']
  },
  {
    what: 'a cell of 10 MB without quotes',
    content: `${TWO}${ADA},${'x'.repeat(10_000_000)}\n${BOB},b\n`,
    says: ['in.csv:2:20: the cell has more than 100,000 characters. Shorten it.', 'ok 3']
  },
  {
    what: 'a cell of 10 MB whose quote is never closed',
    content: `${TWO}${ADA},"${`${'x'.repeat(99)}\n`.repeat(100_000)}`,
    says: [
      'refused: in.csv:2:20: a quote is opened here and never closed. Close it, or write " as "" in a cell with quotes.'
    ]
  },
  {
    what: 'a million cells in a row',
    content: `${TWO}${ADA}${',x'.repeat(1_000_000)}\n${BOB},b\n`,
    says: [
      'in.csv:2:22: the row has 1,000,001 cells, and the first line 2. Put cells that hold a separator in quotes.',
      'ok 3'
    ]
  },
  {
    what: 'a million columns',
    content: `Id${',x'.repeat(1_000_000)}\n${ADA}\n`,
    says: ['refused: in.csv:1:1: the first line is too long for one that names the columns.']
  },
  {
    what: 'a first line of 10 MB',
    content: `Id,${'x'.repeat(10_000_000)}\n${ADA},a\n`,
    says: ['refused: in.csv:1:1: the first line is too long for one that names the columns.']
  },
  {
    what: 'carriage returns as line breaks',
    content: `Id,Nickname\r${ADA},a\r${BOB},"b\nc"\r`,
    says: ['ok 2', 'in.csv:3:20: column Nickname “b[U+000A]c” holds a line break. Remove it.']
  }
];
