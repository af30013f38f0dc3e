/** Record ids as Salesforce makes them: three characters of key prefix, 15 case-sensitive ones, a checksum of three. */

const ID_CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECKSUM_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const ID_PATTERN = /^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/;

/**
 * The 18-character form of a 15-character id; a longer id comes back by its first 15 characters.
 * Source: Object Reference, "ID Field Type": the last three characters say which of the first 15 are upper case.
 */
export function toId18(id: string): string {
  const id15 = id.slice(0, 15);
  const checksum = [0, 5, 10].map((start) => CHECKSUM_CHARACTERS.charAt(upperCaseBits(id15.slice(start, start + 5))));
  return id15 + checksum.join('');
}

/** Bit n is set where character n is upper case. */
function upperCaseBits(characters: string): number {
  let bits = 0;
  for (let position = 0; position < characters.length; position++) {
    if (/[A-Z]/.test(characters.charAt(position))) {
      bits += 2 ** position;
    }
  }
  return bits;
}

/** Whether a text has the form of an id: 15 characters, or 18 with the right checksum. */
export function isId(text: string): boolean {
  return ID_PATTERN.test(text) && (text.length === 15 || toId18(text) === text);
}

/** Whether two ids name the same record, whatever their length. */
export function sameId(one: string, other: string): boolean {
  return isId(one) && isId(other) && toId18(one) === toId18(other);
}

/** Gives the next free 18-character id of a key prefix (`003` for Contact). */
export type IdAllocator = (keyPrefix: string) => string;

/** An allocator that repeats itself for the same seed: every prefix counts on its own, so tests may rely on ids. */
export function createIdAllocator(seed: number): IdAllocator {
  const instance = toBase62(Math.abs(Math.trunc(seed)), 5).slice(-5);
  const counts = new Map<string, number>();
  return (keyPrefix) => {
    const count = (counts.get(keyPrefix) ?? 0) + 1;
    counts.set(keyPrefix, count);
    return toId18(keyPrefix + instance + toBase62(count, 7));
  };
}

function toBase62(number: number, width: number): string {
  let digits = '';
  for (let rest = number; rest > 0; rest = Math.floor(rest / ID_CHARACTERS.length)) {
    digits = ID_CHARACTERS.charAt(rest % ID_CHARACTERS.length) + digits;
  }
  return digits.padStart(width, '0');
}
