import fc from 'fast-check';
import { ADA, BOB } from './smallOrg.ts';

/** Random files as spreadsheets, reports and scripts write them. */

/** A file, and what has to come of it. */
export interface Spreadsheet {
  readonly content: Buffer;
  /** For each row that isn't blank, its cells as they were meant, and whether the row itself is at fault. */
  readonly rows: readonly { readonly cells: readonly string[]; readonly isUsable: boolean }[];
  /** The encoding can't be read, so that the whole file is refused. */
  readonly isForeign: boolean;
}

interface WrittenCell {
  readonly text: string;
  readonly isUsable: boolean;
  /** Excel's way to keep a text. */
  readonly isFormula?: boolean;
}

const good = (...texts: readonly string[]): readonly WrittenCell[] => texts.map((text) => ({ text, isUsable: true }));
const bad = (...texts: readonly string[]): readonly WrittenCell[] => texts.map((text) => ({ text, isUsable: false }));

const IDS = fc.constantFrom<WrittenCell>(
  ...good(ADA, BOB, ADA.slice(0, 15), ` ${BOB} `, '003GK00000ABCDAQAV', '003gk00000abcdaqav', '003000000000003AAA'),
  ...good(`'${ADA}`, `https://acme.my.salesforce.com/${BOB}`),
  { text: BOB, isUsable: true, isFormula: true },
  ...bad(
    '',
    'NULL',
    '#N/A',
    '1.00E+14',
    '001000000000001AAA',
    '005000000000001AAA',
    'ada@acme.example',
    '003abcdefghijklMNO'
  )
);

const PLACEHOLDERS = good('', ' ', 'NULL', 'n/a', '(blank)', '-', '\\N');
const ERRORS = bad('#N/A', '#REF!', '#NAME?', '#BEZUG!', '#¡VALOR!', '#####', 'Err:502', 'Loading...');
const cellsOf = (...cells: readonly WrittenCell[]): fc.Arbitrary<WrittenCell> =>
  fc.constantFrom(...cells, ...PLACEHOLDERS, ...ERRORS);

/** The names of columns, each with cells that somebody may write into it. */
const COLUMNS: readonly (readonly [string, fc.Arbitrary<WrittenCell>])[] = [
  [
    'Nickname',
    cellsOf(...good('Åse', '由紀', 'a"b', 'x, y; z', '=1+1', '-5', '#42'), ...bad('a\nb', 'a\u0007b', 'None'))
  ],
  ['CommunityNickname', cellsOf(...good('ann', 'Null'))],
  ['Alias', cellsOf(...good('al', 'ninechars', 'ø'))],
  ['user name', cellsOf(...good('ada@b.example', 'no username', 'a..b@c.example', 'ÅSE@b.example'))],
  ['EMAIL', cellsOf(...good('a@b.example', 'nobody', `${'x'.repeat(200)}@b.example`))],
  ['TimeZoneSidKey', cellsOf(...good('Europe/Oslo', 'Asia/Calcutta', 'noon'))],
  ['Permission Sets', cellsOf(...good('Portal', 'Portal;Gone', ';;'))],
  ['User.Department', cellsOf(...good('Sales', 'Müller & Söhne'), ...bad('x'.repeat(81), 'a\tb'))],
  ['User.IsOnline__c', cellsOf(...good('TRUE', 'yes', '0'), ...bad('WAHR', 'perhaps'))],
  ['Nicknames', fc.constantFrom(...good('', 'ann and bea', '#N/A'))],
  ['_', fc.constantFrom(...good('[Contact]'))],
  ['Shoe size', fc.constantFrom(...good('', '42', '#N/A', 'two\nlines', '"'))],
  ['Message', fc.constantFrom(...good('', 'left out', 'two\nlines'))]
];

const layout = fc.record({
  separator: fc.constantFrom(',', ';', '\t'),
  lineBreak: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom('utf8', 'utf8', 'utf8', 'marked', 'marked', 'utf16', 'cp1252'),
  quotes: fc.constantFrom('all', 'needed', 'blankBefore'),
  namesSeparator: fc.boolean(),
  emptyColumns: fc.nat(2),
  idName: fc.constantFrom(
    'Contact ID',
    'CONTACT.ID',
    'Contact: Contact ID',
    'Contact ID (18)',
    'sf__Id',
    'PersonContactId'
  ),
  /** A spreadsheet that saves a report again adds separators to the lines of its footer. */
  footer: fc.constantFrom('none' as const, 'written' as const, 'savedAgain' as const),
  columns: fc.subarray(COLUMNS.slice(1).map((_column, index) => index + 1)),
  nickname: fc.boolean()
});

/** A row that is blank, or has a cell for each column. */
const row = fc.record({ isBlank: fc.boolean(), id: IDS, cells: fc.tuple(...COLUMNS.map(([, cells]) => cells)) });

export const spreadsheet: fc.Arbitrary<Spreadsheet> = fc
  .tuple(layout, fc.array(row, { minLength: 1, maxLength: 12 }))
  .map(([form, rows]) => {
    // The two names of the nickname never stand in one file, and without them a name like theirs is a misspelt one.
    const chosen = form.nickname ? [0, ...form.columns.filter((column) => column !== 1)] : form.columns;
    const hasNickname = chosen.includes(0) || chosen.includes(1);
    const columns = chosen.filter((column) => hasNickname || COLUMNS[column]?.[0] !== 'Nicknames');
    const written = rows.map(({ isBlank, id, cells }) =>
      isBlank ? null : [id, ...columns.map((column) => cells[column] ?? { text: '', isUsable: true })]
    );
    const blank = form.separator.repeat(columns.length + form.emptyColumns);
    const lineOf = (cells: readonly WrittenCell[]): string =>
      cells
        .map((cell) => toCell(cell, form))
        .join(form.quotes === 'blankBefore' ? `${form.separator} ` : form.separator) +
      form.separator.repeat(form.emptyColumns);
    const names = [form.idName, ...columns.map((column) => COLUMNS[column]?.[0] ?? '')];
    const lines = [
      ...(form.namesSeparator ? [`sep=${form.separator}`] : []),
      lineOf(good(...names)),
      ...written.map((cells) => (cells === null ? blank : lineOf(cells))),
      ...(columns.length > 0 ? FOOTERS[form.footer](blank) : [])
    ];
    const text = lines.map((line) => line + form.lineBreak).join('');
    return {
      content: encoded(text, form.encoding),
      rows: written.flatMap((cells) =>
        cells === null || cells.every((cell) => cell.text.trim() === '')
          ? []
          : [{ cells: cells.map((cell) => cell.text), isUsable: cells.every(({ isUsable }) => isUsable) }]
      ),
      isForeign:
        form.encoding === 'utf16' || (form.encoding === 'cp1252' && isLatin(text) && /[\u0080-\u00FF]/u.test(text))
    };
  });

/** The lines at the end of a report. `blank` is a row without values. */
const FOOTERS: Readonly<Record<'none' | 'written' | 'savedAgain', (blank: string) => readonly string[]>> = {
  none: () => [],
  written: () => ['', '"Portal candidates"', '"Copyright (c) 2026"'],
  savedAgain: (blank) => [blank, `Portal candidates${blank}`, `"Copyright (c) 2026 salesforce.com, inc."${blank}`]
};

function toCell(
  { text, isFormula = false }: WrittenCell,
  { quotes, separator }: { readonly quotes: string; readonly separator: string }
): string {
  if (isFormula) return `="${text}"`;
  const isQuoted = quotes !== 'needed' || /["\r\n]/.test(text) || text.includes(separator);
  return isQuoted ? `"${text.replaceAll('"', '""')}"` : text;
}

function encoded(text: string, encoding: string): Buffer {
  if (encoding === 'utf16') return Buffer.from(`\uFEFF${text}`, 'utf16le');
  // Latin 1 has the same bytes for the letters that are used here; the file of another script stays UTF-8.
  if (encoding === 'cp1252' && isLatin(text)) return Buffer.from(text, 'latin1');
  return Buffer.from(encoding === 'marked' ? `\uFEFF${text}` : text);
}

function isLatin(text: string): boolean {
  return Array.from(text).every((character) => character <= '\u00FF');
}
