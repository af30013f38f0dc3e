/**
 * Reads and changes the metadata file of a site as text, so that everything else in it stays as the org wrote it.
 * Source: Metadata API, Network.
 */

/** The content of an element: null if the element is missing, empty if it is empty. */
export function contentOf(xml: string, tag: string): string | null {
  const [element, content = ''] = elementPattern(tag).exec(xml) ?? [];
  return element === undefined ? null : content;
}

/** Sets the content of an element. A new element comes last, as their order is free. */
export function withElement(xml: string, tag: string, content: string): string {
  const element = `<${tag}>${content}</${tag}>`;
  const present = elementPattern(tag);
  return present.test(xml)
    ? xml.replace(present, () => element)
    : xml.replace('</Network>', () => `    ${element}\n</Network>`);
}

/** Adds an element to the content of another one. */
export function withInnerElement(xml: string, parent: string, element: string): string {
  return withElement(xml, parent, `${(contentOf(xml, parent) ?? '').trimEnd()}\n        ${element}\n    `);
}

/** Adds profiles to the members of the site, each once. */
export function withMembers(xml: string, profiles: readonly string[]): string {
  return profiles
    .map((profile) => `<profile>${metadataName(profile)}</profile>`)
    .filter((element) => !(contentOf(xml, MEMBERS) ?? '').toLowerCase().includes(element.toLowerCase()))
    .reduce((changed, element) => withInnerElement(changed, MEMBERS, element), xml);
}

/**
 * The metadata name of a profile or a site, in which a character that a file name can't hold is a code, such as
 * `Custom%3A Sales Profile` [F-102].
 */
export function metadataName(name: string): string {
  return name.toWellFormed().replace(/[^\p{L}\p{N} _-]/gu, (character) => {
    const code = encodeURIComponent(character);
    return code === character ? `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}` : code;
  });
}

const MEMBERS = 'networkMemberGroups';

function elementPattern(tag: string): RegExp {
  return new RegExp(`<${tag}>(.*?)</${tag}>|<${tag}\\s*/>`, 'su');
}
