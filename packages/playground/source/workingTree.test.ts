import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Build } from '../build/build.ts';
import { LABEL_TEXTS } from '../build/scopedModules.ts';
import { readSfdxProject } from '../metadata/sfdxProject.ts';
import { orgOf } from '../testing/org.ts';
import { workingTreeSource } from './workingTree.ts';

let directory: string;

const localOrg = { ...orgOf(), takeSource: () => [] };

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'playground-source-'));
  write('sfdx-project.json', JSON.stringify({ packageDirectories: [{ path: 'app' }] }));
  write(
    'app/labels/CustomLabels.labels-meta.xml',
    `<CustomLabels>${['Next', 'Back'].map((name) => `<labels><fullName>${name}</fullName><value>${name}</value></labels>`).join('')}</CustomLabels>`
  );
  write(
    'app/translations/de.translation-meta.xml',
    '<Translations><customLabels><label>Weiter</label><name>Next</name></customLabels></Translations>'
  );
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(join(directory, path, '..'), { recursive: true });
  writeFileSync(join(directory, path), text);
}

/** A build that uses the code of each file as its URL. */
function buildOf(imports: ReturnType<Build['projects']>): Build {
  return {
    imports: () => ({}),
    projects: () => imports,
    serve: ({ code }) => code,
    file: () => undefined,
    laterModule: () => Promise.resolve(undefined),
    projectModule: () => Promise.resolve(undefined),
    buildRest: () => Promise.resolve()
  };
}

describe('the working tree of a page', () => {
  it.each([
    ['en_US', '{"Next":"Next","Back":"Back"}'],
    ['de', '{"Next":"Weiter","Back":"Back"}'],
    ['fr', '{"Next":"Next","Back":"Back"}']
  ])('shows a label in %s when it is translated, and in its own language otherwise', async (language, texts) => {
    const source = workingTreeSource([readSfdxProject(directory)], buildOf({ 'c/card': '/card' }), localOrg);
    const labels = `export default ${texts};\n`;
    expect(await source.modules(language)).toEqual({
      imports: { 'c/card': '/card', [LABEL_TEXTS]: labels },
      labels
    });
    expect(source.languages()).toEqual(['de']);
  });
});
