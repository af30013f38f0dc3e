import { ADA, BOB, CONVERT, SAVE, TWO, type CorpusFile } from './corpusFile.ts';

const bytes = (...values: readonly number[]): Buffer => Buffer.from(values);
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const utf32le = (text: string): Buffer =>
  Buffer.concat(Array.from(text, (character) => bytes(character.codePointAt(0) ?? 0, 0, 0, 0)));

/** Files with nothing in them, of other formats, and in other encodings. */
export const OTHER_FILES: readonly CorpusFile[] = [
  { what: 'nothing', content: '', says: ['refused: in.csv is empty. Its first line names the columns.'] },
  {
    what: 'a byte order mark only',
    content: '\uFEFF',
    says: ['refused: in.csv is empty. Its first line names the columns.']
  },
  {
    what: 'empty lines only',
    content: '\n\r\n\r',
    says: ['refused: in.csv is empty. Its first line names the columns.']
  },
  {
    what: 'blanks only',
    content: '   \n \t\n',
    says: ['refused: in.csv is empty. Its first line names the columns.']
  },
  {
    what: 'separators only',
    content: ',,\n,,\n',
    says: ['refused: in.csv is empty. Its first line names the columns.']
  },
  {
    what: 'a line of columns without a row',
    content: TWO,
    says: ['refused: in.csv: has a line of columns and no row below it.']
  },
  {
    what: 'a line of columns without a line break',
    content: 'ContactId',
    says: ['refused: in.csv: has a line of columns and no row below it.']
  },
  {
    what: 'a row of empty cells only',
    content: `${TWO},\n`,
    says: ['refused: in.csv: has a line of columns and no row below it.']
  },
  {
    what: 'an Excel workbook',
    content: bytes(0x50, 0x4b, 3, 4, 0x14, 0, 6, 0),
    says: [`refused: in.csv: is a ZIP file or an Excel workbook. ${SAVE}.`]
  },
  {
    what: 'an old Excel workbook',
    content: bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1),
    says: [`refused: in.csv: is an old Excel workbook. ${SAVE}.`]
  },
  {
    what: 'a compressed file',
    content: bytes(0x1f, 0x8b, 8, 0, 0, 0),
    says: ['refused: in.csv: is compressed. Unpack it first: gunzip file.gz.']
  },
  { what: 'a PDF', content: '%PDF-1.7\n', says: [`refused: in.csv: is a PDF. ${SAVE}.`] },
  {
    what: 'a web page',
    content: '<!DOCTYPE html>\n<html><body>Log in</body></html>\n',
    says: ['refused: in.csv: is HTML or XML, such as the page of a log-in. Download the file again, as CSV.']
  },
  { what: 'JSON', content: `[{"Id":"${ADA}"}]\n`, says: ['refused: in.csv: is JSON. Save it as CSV.'] },
  {
    what: 'a PNG picture',
    content: bytes(0x89, 0x50, 0x4e, 0x47, 0xd, 0xa, 0x1a, 0xa, 0, 0),
    says: [`refused: in.csv:1:1: is not UTF-8 from here on (byte 0x89). ${SAVE},${CONVERT}`]
  },

  {
    what: 'UTF-16 with its mark',
    content: Buffer.from(`\uFEFFId\n${ADA}\n`, 'utf16le'),
    says: [`refused: in.csv: is UTF-16. ${SAVE}.`]
  },
  {
    what: 'UTF-16 of the other byte order',
    content: utf16be(`\uFEFFId\n${ADA}\n`),
    says: [`refused: in.csv: is UTF-16. ${SAVE}.`]
  },
  {
    what: 'UTF-16 without a mark',
    content: Buffer.from(`Id\n${ADA}\n`, 'utf16le'),
    says: [`refused: in.csv: is UTF-16 or UTF-32. ${SAVE}.`]
  },
  {
    what: 'UTF-16 of the other byte order without a mark',
    content: utf16be(`Id\n${ADA}\n`),
    says: [`refused: in.csv: is UTF-16 or UTF-32. ${SAVE}.`]
  },
  {
    what: 'UTF-32 with its mark',
    content: bytes(0xff, 0xfe, 0, 0, 0x49, 0, 0, 0),
    says: [`refused: in.csv: is UTF-32. ${SAVE}.`]
  },
  {
    what: 'UTF-32 of the other byte order',
    content: bytes(0, 0, 0xfe, 0xff, 0, 0, 0, 0x49),
    says: [`refused: in.csv: is UTF-32. ${SAVE}.`]
  },
  {
    what: 'UTF-32 without a mark',
    content: utf32le(`Id\n${ADA}\n`),
    says: [`refused: in.csv: is UTF-16 or UTF-32. ${SAVE}.`]
  },
  { what: 'UTF-7', content: '+/v8-Id\n', says: [`refused: in.csv: is UTF-7. ${SAVE}.`] },
  {
    what: 'GB 18030',
    content: bytes(0x84, 0x31, 0x95, 0x33, 0x49, 0x64),
    says: [`refused: in.csv: is GB 18030. ${SAVE}.`]
  },
  { what: 'EBCDIC', content: bytes(0xdd, 0x73, 0x66, 0x73), says: [`refused: in.csv: is EBCDIC. ${SAVE}.`] },
  {
    what: 'Latin-1',
    content: Buffer.from(`${TWO}${ADA},a\n${BOB},\xC5se\n`, 'latin1'),
    says: [`refused: in.csv:3:20: is not UTF-8 from here on (byte 0xC5). ${SAVE},${CONVERT}`]
  },
  {
    what: 'Latin-1 in the first line',
    content: Buffer.from(`Id,Spitzn\xE4me\n${ADA},a\n`, 'latin1'),
    says: [`refused: in.csv:1:10: is not UTF-8 from here on (byte 0xE4). ${SAVE},${CONVERT}`]
  },
  {
    what: 'Latin-1 behind a cell with line breaks',
    content: Buffer.from(`${TWO}${ADA},"a\r\nb"\r\n${BOB},\xC5\n`, 'latin1'),
    says: [`refused: in.csv:4:20: is not UTF-8 from here on (byte 0xC5). ${SAVE},${CONVERT}`]
  },
  {
    what: 'half a character at the end',
    content: bytes(0x49, 0x64, 0x0a, 0xe2, 0x82),
    says: [`refused: in.csv:2:1: is not UTF-8 from here on (byte 0xE2). ${SAVE},${CONVERT}`]
  },
  {
    what: 'half of a surrogate pair',
    content: Buffer.concat([Buffer.from(`${TWO}${ADA},`), bytes(0xed, 0xa0, 0xbd, 0x0a)]),
    says: [`refused: in.csv:2:20: is not UTF-8 from here on (byte 0xED). ${SAVE},${CONVERT}`]
  },
  {
    what: 'an overlong form of a slash',
    content: Buffer.concat([Buffer.from(`${TWO}${ADA},`), bytes(0xc0, 0xaf)]),
    says: [`refused: in.csv:2:20: is not UTF-8 from here on (byte 0xC0). ${SAVE},${CONVERT}`]
  },
  {
    what: 'a mark in the middle of two files put together',
    content: `Id\n${ADA}\n\uFEFF${BOB}\n`,
    says: ['ok 2', 'ok 3']
  },
  { what: 'the replacement character, which somebody may be called', content: `${TWO}${ADA},\uFFFD\n`, says: ['ok 2'] }
];
