/** The name and the label of a record of custom metadata have at most so many characters. Help, "Custom Metadata Types Limitations". */
const LONGEST_NAME = 40;

/** A free name of letters, digits and single underscores that begins with a letter, made from the profile's name or its id. */
export function developerNameOf(profile: string, id: string, taken: readonly string[]): string {
  const plain = profile
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^[^A-Za-z]+|(?<!_)_+$/g, '');
  const name = plain === '' ? `Profile_${id.slice(0, 15)}` : plain;
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : `_${String(number)}`;
    const candidate = `${name.slice(0, LONGEST_NAME - end.length).replace(/(?<!_)_+$/, '')}${end}`;
    if (!taken.some((other) => other.toLowerCase() === candidate.toLowerCase())) return candidate;
  }
}

export function labelOf(profile: string): string {
  return Array.from(profile).slice(0, LONGEST_NAME).join('').trim();
}
