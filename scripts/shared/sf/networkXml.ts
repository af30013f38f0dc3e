/**
 * The metadata file of a site, read and changed as text, so that whatever else is in it stays as the org wrote it.
 * Source: Metadata API, Network.
 */

/** What stands in an element; null where it is missing, empty where it is empty. */
export function contentOf(file: string, tag: string): string | null {
  const [element, content = ''] = elementPattern(tag).exec(file) ?? [];
  return element === undefined ? null : content;
}

/** An element that is missing comes last: the order of elements is free. */
export function withElement(file: string, tag: string, content: string): string {
  const element = `<${tag}>${content}</${tag}>`;
  const present = elementPattern(tag);
  return present.test(file)
    ? file.replace(present, () => element)
    : file.replace('</Network>', () => `    ${element}\n</Network>`);
}

/** An element of another one, which keeps what else is in it. */
export function withInnerElement(file: string, parent: string, element: string): string {
  return withElement(file, parent, `${(contentOf(file, parent) ?? '').trimEnd()}\n        ${element}\n    `);
}

/** With these profiles among the members; a profile that is one already is not named again. */
export function withMembers(file: string, profiles: readonly string[]): string {
  return profiles
    .map((profile) => `<profile>${metadataName(profile)}</profile>`)
    .filter((element) => !(contentOf(file, MEMBERS) ?? '').toLowerCase().includes(element.toLowerCase()))
    .reduce((changed, element) => withInnerElement(changed, MEMBERS, element), file);
}

/**
 * A profile's or site's name as metadata says it: with what a file name can't hold by its code, as `Custom%3A Sales
 * Profile`. Source: Metadata API, file names of components.
 */
export function metadataName(name: string): string {
  return name.replace(/[^\p{L}\p{N} _-]/gu, (character) => {
    const code = encodeURIComponent(character);
    return code === character ? `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}` : code;
  });
}

const MEMBERS = 'networkMemberGroups';

function elementPattern(tag: string): RegExp {
  return new RegExp(`<${tag}>(.*?)</${tag}>|<${tag}\\s*/>`, 'su');
}
