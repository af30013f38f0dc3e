import { isUtf8 } from 'node:buffer';

/** The text of a file in parts. The last part may be a problem: of the whole file, or of the byte behind the text. */
export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fileProblem' | 'byteProblem'; readonly problem: string };

const SAVE_AS = 'Save it as “CSV UTF-8” (Excel: Save As)';
const CONVERT = 'or convert it: iconv -f WINDOWS-1252 -t UTF-8 old.csv > new.csv.';

/** What a file begins with that is no CSV in UTF-8, the longest first (Unicode Standard, 23.8; file formats of the vendors). */
const BEGINNINGS: readonly (readonly [bytes: readonly number[], problem: string])[] = [
  [[0xff, 0xfe, 0, 0], `is UTF-32. ${SAVE_AS}.`],
  [[0, 0, 0xfe, 0xff], `is UTF-32. ${SAVE_AS}.`],
  [[0xff, 0xfe], `is UTF-16. ${SAVE_AS}.`],
  [[0xfe, 0xff], `is UTF-16. ${SAVE_AS}.`],
  [[0x2b, 0x2f, 0x76], `is UTF-7. ${SAVE_AS}.`],
  [[0x84, 0x31, 0x95, 0x33], `is GB 18030. ${SAVE_AS}.`],
  [[0xdd, 0x73, 0x66, 0x73], `is EBCDIC. ${SAVE_AS}.`],
  [[0x50, 0x4b, 0x03, 0x04], `is a ZIP file or an Excel workbook. ${SAVE_AS}.`],
  [[0xd0, 0xcf, 0x11, 0xe0], `is an old Excel workbook. ${SAVE_AS}.`],
  [[0x1f, 0x8b], 'is compressed. Unpack it first: gunzip file.gz.'],
  [[0x25, 0x50, 0x44, 0x46], `is a PDF. ${SAVE_AS}.`],
  [[0x3c], 'is HTML or XML, such as the page of a log-in. Download the file again, as CSV.'],
  [[0x7b], 'is JSON. Save it as CSV.'],
  [[0x5b], 'is JSON. Save it as CSV.']
];

const LONGEST_BEGINNING = 4;
const REPLACEMENT = '\uFFFD';
const REPLACEMENT_BYTES = Buffer.from(REPLACEMENT);

/** Decodes UTF-8, without a byte order mark, which some tools write twice. The text ends at the first byte that can't be one of a text. */
export async function* decodeText(chunks: AsyncIterable<Buffer>): AsyncGenerator<TextPart, void> {
  let rest: Buffer = Buffer.alloc(0);
  let isBeginning = true;
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([rest, chunk]);
    if (isBeginning && bytes.length < LONGEST_BEGINNING) {
      rest = bytes;
      continue;
    }
    const whole = bytes.subarray(0, wholeLength(bytes));
    const parts = decoded(whole, isBeginning);
    yield* parts;
    if (parts.at(-1)?.kind !== 'text') return;
    isBeginning = false;
    rest = bytes.subarray(whole.length);
  }
  yield* decoded(rest, isBeginning);
}

function decoded(bytes: Buffer, isBeginning: boolean): readonly TextPart[] {
  if (isBeginning) {
    const problem = problemOfBeginning(bytes);
    if (problem !== undefined) return [{ kind: 'fileProblem', problem }];
  }
  const bad = isUtf8(bytes) && !bytes.includes(0) ? -1 : firstBad(bytes);
  const good = bad === -1 ? bytes : bytes.subarray(0, bad);
  const text = isBeginning ? good.toString('utf8').replace(/^\uFEFF+/, '') : good.toString('utf8');
  if (bad === -1) return [{ kind: 'text', text }];
  return [
    { kind: 'text', text },
    { kind: 'byteProblem', problem: problemOfByte(bytes[bad] ?? 0) }
  ];
}

function problemOfBeginning(bytes: Buffer): string | undefined {
  const known = BEGINNINGS.find(([beginning]) => beginning.every((byte, index) => bytes[index] === byte));
  if (known !== undefined) return known[1];
  const [one = 1, two = 1, three = 1, four = 1] = bytes;
  const alternates = (one !== 0 && two === 0 && four === 0) || (one === 0 && two !== 0 && three === 0);
  return bytes.length >= LONGEST_BEGINNING && alternates ? `is UTF-16 or UTF-32. ${SAVE_AS}.` : undefined;
}

function problemOfByte(byte: number): string {
  return byte === 0
    ? `a NUL byte stands here, and no text has one: the file is damaged, or no CSV file. ${SAVE_AS}.`
    : `is not UTF-8 from here on (byte 0x${byte.toString(16).toUpperCase().padStart(2, '0')}). ${SAVE_AS}, ${CONVERT}`;
}

/** The length without a last character that continues in the next chunk. */
function wholeLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < length ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

/** Where the first bad byte is. Decoding puts U+FFFD there, which may also be a character of the file. */
function firstBad(bytes: Buffer): number {
  const zero = bytes.indexOf(0);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let offset = 0;
  let seen = 0;
  for (let at = text.indexOf(REPLACEMENT); at !== -1; at = text.indexOf(REPLACEMENT, at + 1)) {
    offset += Buffer.byteLength(text.slice(seen, at));
    seen = at;
    if (!bytes.subarray(offset, offset + 3).equals(REPLACEMENT_BYTES)) {
      return zero === -1 ? offset : Math.min(zero, offset);
    }
  }
  return zero;
}
