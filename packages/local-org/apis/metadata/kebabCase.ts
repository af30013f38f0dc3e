/** A tag as a module: `c-user-card` is `c/userCard`. Source: LWC Guide, "Composition: Naming". */
export function camelCased(tag: string): string {
  const [namespace = '', ...words] = tag.split('-');
  const name = words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
  return `${namespace}/${name}`;
}
