import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSfdxProject } from './sfdxProject.ts';
import { findLanguages, readTranslations } from './translations.ts';

const file = (labels: string): string =>
  `<?xml version="1.0" encoding="UTF-8" ?><Translations xmlns="http://soap.sforce.com/2006/04/metadata">${labels}</Translations>`;

const label = (name: string, text: string): string =>
  `<customLabels><label>${text}</label><name>${name}</name></customLabels>`;

describe('the translations of a project', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'playground-translations-'));
    writeFileSync(
      join(directory, 'sfdx-project.json'),
      JSON.stringify({ packageDirectories: [{ path: 'one' }, { path: 'two' }] })
    );
  });

  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  function write(packageDirectory: string, name: string, labels: string): void {
    const folder = join(directory, packageDirectory, 'translations');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), file(labels));
  }

  it('are merged from every package directory, with each language listed once', () => {
    write('one', 'de.translation-meta.xml', label('Next', 'Weiter'));
    write('two', 'de.translation-meta.xml', label('Back', 'Zurück'));
    write('two', 'pt_BR.translation-meta.xml', label('Back', 'Voltar'));
    write('two', 'notes.translation-meta.xml', '');
    const projects = [readSfdxProject(directory)];
    expect(findLanguages(projects)).toEqual(['de', 'pt_BR']);
    expect([...readTranslations(projects, 'de')]).toEqual([
      ['Next', 'Weiter'],
      ['Back', 'Zurück']
    ]);
    expect([...readTranslations(projects, 'en_US')]).toEqual([]);
  });
});
