import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { findLwcBundles } from './lwcBundles.ts';
import { readQuickActions } from './quickActions.ts';
import { readSfdxProject } from './sfdxProject.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'playground-project-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
}

const twoDirectories = JSON.stringify({
  packageDirectories: [{ path: 'force-app', default: true }, { path: 'packages/sales' }]
});

describe('the source of a project', () => {
  it('comes from the lwc folders of every package directory', () => {
    write({
      'sfdx-project.json': twoDirectories,
      'force-app/main/default/lwc/first/first.js': '',
      'packages/sales/deep/down/lwc/second/second.ts': '',
      'elsewhere/lwc/third/third.js': ''
    });
    expect(findLwcBundles([readSfdxProject(directory)]).map(({ name }) => name)).toEqual(['first', 'second']);
  });

  it.each([
    ['the .ts and not a .js that was compiled from it', ['both.js', 'both.ts'], 'both.ts'],
    ['the .js when there is no .ts', ['both.js', 'both.html'], 'both.js'],
    ['the template when there is no script', ['both.html', 'both.css'], 'both.html']
  ])('starts a bundle at %s', (_title, files, entry) => {
    write({ 'sfdx-project.json': twoDirectories });
    write(Object.fromEntries(files.map((file) => [`force-app/lwc/both/${file}`, ''])));
    const [bundle] = findLwcBundles([readSfdxProject(directory)]);
    expect(relative(directory, bundle?.entry ?? '')).toBe(join('force-app', 'lwc', 'both', entry));
  });

  it('has no bundles in the __tests__ folders of components', () => {
    write({
      'sfdx-project.json': twoDirectories,
      'force-app/lwc/first/first.js': '',
      'force-app/lwc/first/__tests__/lwc/fake/fake.js': ''
    });
    expect(findLwcBundles([readSfdxProject(directory)])).toHaveLength(1);
  });

  it('has the quick actions of every package directory', () => {
    const action = `<QuickAction><lightningWebComponent>greet</lightningWebComponent><type>LightningWebComponent</type></QuickAction>`;
    write({
      'sfdx-project.json': twoDirectories,
      'force-app/main/default/quickActions/Contact.Greet.quickAction-meta.xml': action,
      'packages/sales/quickActions/Account.Greet.quickAction-meta.xml': action
    });
    expect(readQuickActions([readSfdxProject(directory)], 'en_US').map(({ apiName }) => apiName)).toEqual([
      'Contact.Greet',
      'Account.Greet'
    ]);
  });

  it('takes the label of a quick action from the translation of its object', () => {
    const action = `<QuickAction><label>Greet</label><lightningWebComponent>greet</lightningWebComponent><type>LightningWebComponent</type></QuickAction>`;
    write({
      'sfdx-project.json': twoDirectories,
      'force-app/quickActions/Contact.Greet.quickAction-meta.xml': action,
      'force-app/quickActions/Account.Greet.quickAction-meta.xml': action,
      'force-app/objectTranslations/Contact-de/Contact-de.objectTranslation-meta.xml':
        '<CustomObjectTranslation><quickActions><label>Grüßen</label><name>Greet</name></quickActions></CustomObjectTranslation>'
    });
    const labels = (language: string): string[] =>
      readQuickActions([readSfdxProject(directory)], language).map(({ label }) => label);
    expect(labels('de')).toEqual(['Greet', 'Grüßen']);
    expect(labels('fr')).toEqual(['Greet', 'Greet']);
  });

  it.each([
    ['there is no sfdx-project.json', {}, /no sfdx-project\.json/u],
    ['it names no package directory', { 'sfdx-project.json': '{}' }, /names no packageDirectories/u]
  ])('is refused when %s', (_title, files, message) => {
    write(files);
    expect(() => readSfdxProject(directory)).toThrow(message);
  });
});
