/** Changes of a Network's metadata file. Source: Metadata API, Network. */

/** The file of a site that is open, welcomes its members, and has these profiles among them. */
export function openToMembers(file: string, profiles: readonly string[]): string {
  const opened = withElement(withElement(file, 'status', 'Live'), 'sendWelcomeEmail', 'true');
  const [, members = ''] = /<networkMemberGroups>(.*?)<\/networkMemberGroups>/su.exec(opened) ?? [];
  const missing = profiles.filter((profile) => !members.includes(`<profile>${profile}</profile>`));
  const added = missing.map((profile) => `<profile>${profile}</profile>`).join('');
  return withElement(opened, 'networkMemberGroups', `${members.trim()}${added}`);
}

/** An element that is missing comes last: the order of elements is free. */
function withElement(file: string, tag: string, content: string): string {
  const element = `<${tag}>${content}</${tag}>`;
  const present = new RegExp(`<${tag}>.*?</${tag}>|<${tag}\\s*/>`, 'su');
  return present.test(file)
    ? file.replace(present, () => element)
    : file.replace('</Network>', () => `    ${element}\n</Network>`);
}
