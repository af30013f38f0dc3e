import { generatedSections } from './sections.ts';

export const PAGE = 'docs/local-org.md';

const SECTION = /(<!-- generated: ([^>]+) -->\n).*?(<!-- end of generated -->)/gsu;

/** The page with each generated section as the code is now. */
export async function withGenerated(page: string): Promise<string> {
  const sections = await generatedSections();
  const missing = new Set(sections.keys());
  const written = page.replace(SECTION, (_match, start: string, name: string, end: string) => {
    const section = sections.get(name);
    if (section === undefined) throw new Error(`Nothing is generated as “${name}”`);
    missing.delete(name);
    return `${start}\n${section}\n\n${end}`;
  });
  if (missing.size > 0) throw new Error(`${PAGE} has no place for ${[...missing].join(', ')}`);
  return written;
}
