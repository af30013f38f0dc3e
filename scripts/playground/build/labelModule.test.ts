import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSfdxProject, type SfdxProject } from '../metadata/sfdxProject.ts';
import { labelModule } from './labelModule.ts';

let directory: string;
let projects: readonly SfdxProject[];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'playground-labels-'));
  write('sfdx-project.json', JSON.stringify({ packageDirectories: [{ path: 'app' }] }));
  write(
    'app/labels/CustomLabels.labels-meta.xml',
    `<CustomLabels>${['Next', 'Back'].map((name) => `<labels><fullName>${name}</fullName><value>${name}</value></labels>`).join('')}</CustomLabels>`
  );
  write(
    'app/translations/de.translation-meta.xml',
    '<Translations><customLabels><label>Weiter</label><name>Next</name></customLabels></Translations>'
  );
  projects = [readSfdxProject(directory)];
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(join(directory, path, '..'), { recursive: true });
  writeFileSync(join(directory, path), text);
}

describe('the module of all labels', () => {
  it.each([
    ['en_US', '{"Next":"Next","Back":"Back"}'],
    ['de', '{"Next":"Weiter","Back":"Back"}'],
    ['fr', '{"Next":"Next","Back":"Back"}']
  ])('speaks %s where a label is translated, and the label’s own language where not', (language, texts) => {
    expect(labelModule(projects, language).code).toBe(`export default ${texts};\n`);
  });

  it('has another name when a text was changed, since browsers keep it', () => {
    const before = labelModule(projects, 'de').fileName;
    write(
      'app/translations/de.translation-meta.xml',
      '<Translations><customLabels><label>Vor</label><name>Next</name></customLabels></Translations>'
    );
    expect(labelModule(projects, 'de').fileName).not.toBe(before);
  });
});
