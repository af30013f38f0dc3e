/** The last three characters of an id: each one says which of five characters are in upper case. */
const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

export type ContactId =
  { readonly kind: 'id'; readonly id: string } | { readonly kind: 'refused'; readonly problem: string };

/** The id of a contact, with 18 characters. An id of 15 characters is case-sensitive (Object Reference, ID Field Type). */
export function readContactId(text: string): ContactId {
  const id = text.trim();
  if (id === '') return refused('is empty. Give the id of the contact');
  if (!/^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(id)) {
    return refused(`“${shortened(id)}” is no id. Give the contact’s id: 15 or 18 letters and digits`);
  }
  if (!id.startsWith('003')) return refused(`“${id}” is no contact’s id: those begin with 003`);
  const whole = withSuffix(id.slice(0, 15));
  return id.length === 15 || whole === whole.slice(0, 15) + id.slice(15).toUpperCase()
    ? { kind: 'id', id: whole }
    : refused(`“${id}” has lost its upper or lower case. Export the ids again, with 18 characters`);
}

function withSuffix(id: string): string {
  const letters = [0, 5, 10].map((start) => {
    const upper = Array.from(id.slice(start, start + 5), (letter, bit) => (/[A-Z]/.test(letter) ? 1 << bit : 0));
    return SUFFIX[upper.reduce((sum, bit) => sum + bit, 0)] ?? '';
  });
  return id + letters.join('');
}

export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function refused(problem: string): ContactId {
  return { kind: 'refused', problem: `${problem}.` };
}
