/** A list view selects so many, one request reads them, and a person can still check them. */
export const MOST_CONTACTS = 200;

const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

export interface Selection {
  readonly contactIds: readonly string[];
  /** Ids that do not belong to a contact. */
  readonly others: readonly string[];
}

/** Each contact once, in the order of the list. */
export function toSelection(ids: readonly string[]): Selection {
  const unique = [...new Set(ids.map((id) => toLongId(id.trim())))].filter((id) => id !== '');
  return { contactIds: unique.filter(isContactId), others: unique.filter((id) => !isContactId(id)) };
}

function isContactId(id: string): boolean {
  return /^003[a-zA-Z0-9]{15}$/.test(id);
}

/** Help, 15 or 18 Character IDs: the three more characters say which of the others are in upper case. */
function toLongId(id: string): string {
  if (!/^[a-zA-Z0-9]{15}$/.test(id)) {
    return id;
  }
  const suffix = [0, 5, 10].map((start) => {
    const bits = [0, 1, 2, 3, 4].filter((bit) => /[A-Z]/.test(id.charAt(start + bit)));
    return CHARACTERS.charAt(bits.reduce((sum, bit) => sum + 2 ** bit, 0));
  });
  return id + suffix.join('');
}
