/** Record ids as Salesforce makes them: 15 case-sensitive characters, the first three a key prefix, then a checksum of three. */

const ID_CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECKSUM_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** By character code: 1 for a character of an id, 2 for an upper-case one. A table is fast: a bulk job compares a million ids. */
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return ID_CHARACTERS.includes(character) ? (/[A-Z]/.test(character) ? 2 : 1) : 0;
});

/**
 * The 18-character form of an id. Of a longer text only the first 15 characters count.
 * Source: Object Reference, "ID Field Type": the last three characters say which of the first 15 are upper case.
 */
export function toId18(id: string): string {
  if (id.length === 18 && hasChecksum(id)) return id;
  return id.slice(0, 15) + checksumAt(id, 0) + checksumAt(id, 5) + checksumAt(id, 10);
}

/** Five characters give five bits; bit n is set if character n is upper case. */
function checksumAt(id: string, start: number): string {
  let bits = 0;
  for (let position = 0; position < 5; position++) {
    if (KINDS[id.charCodeAt(start + position)] === 2) bits |= 1 << position;
  }
  return CHECKSUM_CHARACTERS.charAt(bits);
}

function hasChecksum(id: string): boolean {
  return [0, 1, 2].every((part) => id.charAt(15 + part) === checksumAt(id, part * 5));
}

/** Whether a text has the form of an id: 15 characters, or 18 with the right checksum. */
export function isId(text: string): boolean {
  if (text.length !== 15 && text.length !== 18) return false;
  for (let position = 0; position < text.length; position++) if (!KINDS[text.charCodeAt(position)]) return false;
  return text.length === 15 || hasChecksum(text);
}

/** Whether two ids name the same record, whatever their length. */
export function sameId(one: string, other: string): boolean {
  return isId(one) && isId(other) && toId18(one) === toId18(other);
}

/** Returns the next free 18-character id for a key prefix (`003` for Contact). */
export type IdAllocator = (keyPrefix: string) => string;

/** An allocator that gives the same ids for the same seed. Each prefix has its own counter, so tests can rely on ids. */
export function createIdAllocator(seed: number): IdAllocator {
  return allocatorOf(toBase62(Math.abs(Math.trunc(seed)), 5).slice(-5));
}

/** An allocator of ids that no other org has: they have the characters behind the prefix of the org's own id. */
export function createOrgIdAllocator(orgId: string): IdAllocator {
  return allocatorOf(orgId.slice(3, 8));
}

function allocatorOf(instance: string): IdAllocator {
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
