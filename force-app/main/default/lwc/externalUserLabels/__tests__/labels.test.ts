import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCustomLabels } from '../../../../../test/jest/labels.ts';

const BUNDLES = join(process.cwd(), 'force-app/main/default/lwc');
const customLabels = readCustomLabels();

/** The source texts of the components: TypeScript and templates, without tests. */
const sources = readdirSync(BUNDLES, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|html)$/.test(path) && !path.includes('__tests__'))
  .map((path) => ({ path, text: readFileSync(join(BUNDLES, path), 'utf8') }));

const imports = sources.flatMap(({ path, text }) =>
  [...text.matchAll(/import (\w+) from '@salesforce\/label\/c\.(\w+)'/g)].map(([, local = '', name = '']) => ({
    path,
    local,
    name
  }))
);

describe('custom labels', () => {
  it('are all imported, and every imported label exists', () => {
    expect(imports.map(({ name }) => name).sort()).toEqual([...customLabels.keys()].sort());
  });

  it('are imported by the bundles of words only', () => {
    const strays = imports.filter(({ path }) => !/^externalUser(?:List)?Labels\//.test(path));
    expect(strays).toEqual([]);
  });

  it('are each used by a component', () => {
    const isUsed = ({ path, local }: (typeof imports)[number]): boolean => {
      const isOnScreen = sources.some(({ text }) => new RegExp(`\\b\\w*[lL]abels\\.${local}\\b`).test(text));
      const isSentence = sources.some(
        (source) => source.path === path && new RegExp(`(?:[:?] |\\()${local}\\b`).test(source.text)
      );
      return isOnScreen || isSentence;
    };
    expect(imports.filter((label) => !isUsed(label)).map(({ local }) => local)).toEqual([]);
  });

  it.each([...customLabels])('%s has text on one line, without blanks around it', (_name, value) => {
    expect(value).toMatch(/^\S/);
    expect(value).toMatch(/\S$/);
    expect(value).not.toMatch(/\s{2}|\n/);
  });

  it.each([...customLabels])('%s is short enough for a custom label', (_name, value) => {
    // Metadata API, CustomLabels: at most 1,000 characters.
    expect(value.length).toBeLessThanOrEqual(1000);
  });
});
