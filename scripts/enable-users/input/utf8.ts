import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { InputRefused } from './inputRefused.ts';

const BAD_ENCODING =
  'is not UTF-8. Save it as “CSV UTF-8” (Excel), or convert it: iconv -f WINDOWS-1252 -t UTF-8 old.csv > new.csv.';

const REPLACEMENT = '\uFFFD';
const REPLACEMENT_BYTES = Buffer.from(REPLACEMENT);

/** The bytes of a file. Throws InputRefused with line and column of the first byte that isn't UTF-8. */
export async function* readUtf8(file: string): AsyncGenerator<Buffer, void> {
  let offset = 0;
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) {
    const bytes = Buffer.concat([rest, bytesOf(chunk)]);
    if (offset === 0 && isUtf16(bytes)) throw new InputRefused(`${file}: is UTF-16. Save it as “CSV UTF-8”.`);
    const whole = bytes.subarray(0, wholeLength(bytes));
    if (!isUtf8(whole) || whole.includes(0)) throw await badByte(file, offset + firstBad(whole));
    yield whole;
    offset += whole.length;
    rest = bytes.subarray(whole.length);
  }
  if (rest.length > 0) throw await badByte(file, offset);
}

function bytesOf(chunk: unknown): Buffer {
  return Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
}

function isUtf16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
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

async function badByte(file: string, offset: number): Promise<InputRefused> {
  let line = 1;
  let column = 1;
  const before = new TextDecoder();
  if (offset > 0) {
    for await (const chunk of createReadStream(file, { end: offset - 1 })) {
      const lines = before.decode(bytesOf(chunk), { stream: true }).split('\n');
      line += lines.length - 1;
      column = (lines.length > 1 ? 1 : column) + (lines.at(-1)?.length ?? 0);
    }
  }
  return new InputRefused(`${file}:${String(line)}:${String(column)}: ${BAD_ENCODING}`);
}
