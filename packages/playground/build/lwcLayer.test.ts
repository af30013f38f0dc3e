import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildLwcLayer } from './lwcLayer.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'playground-page-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const SOURCES = {
  'host/app/app.ts':
    "import Button from 'x/button';\n// Every page has it.\nexport default [Button] as readonly unknown[];\nexport const later = () => import('x/seldom');\nexport const settings = () => import('../settings/settings.ts');\n",
  'host/settings/settings.ts': "export const title = 'of another build';\n",
  'x/button/button.js': "import { draw } from '../shared/shared';\nexport default class Button { draw = draw; }\n",
  'x/map/map.js': "import { draw } from '../shared/shared';\nexport default class WorldMap { draw = draw; }\n",
  'x/seldom/seldom.js': 'export const seldom = 1;\n',
  'x/shared/shared.js':
    "import locale from '@salesforce/i18n/locale';\nimport { elsewhere } from 'x/elsewhere';\nexport const draw = () => `drawn in ${locale} ${elsewhere}`;\n"
};

async function build(): ReturnType<typeof buildLwcLayer> {
  // LWC's resolver looks for a configuration above each module.
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ lwc: { modules: [] } }));
  for (const [path, source] of Object.entries(SOURCES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), source);
  }
  const named = (specifier: string, path: keyof typeof SOURCES): { specifier: string; entry: string } => ({
    specifier,
    entry: join(folder, path)
  });
  return buildLwcLayer({
    modules: [
      named('host/app', 'host/app/app.ts'),
      named('x/button', 'x/button/button.js'),
      named('x/map', 'x/map/map.js'),
      named('x/seldom', 'x/seldom/seldom.js')
    ],
    external: ['lwc', 'x/elsewhere'],
    elsewhere: [named('host/settings', 'host/settings/settings.ts')],
    npmModules: [],
    host: 'host/app'
  });
}

describe('the layer of every page', () => {
  let files: ReadonlyMap<string, string>;
  let codeOf: (specifier: string) => string;

  beforeAll(async () => {
    const output = await build();
    files = new Map(output.files.map(({ fileName, code }) => [fileName, code]));
    codeOf = (specifier) => files.get(output.entries.get(specifier) ?? '') ?? '';
  });

  it('has in one file what the host imports, directly or not', () => {
    const page = [...files].filter(([, code]) => /class Button|drawn in/u.test(code));
    expect(page).toHaveLength(1);
    expect(page[0]?.[0]).toMatch(/^page-/u);
    expect(page[0]?.[1]).not.toContain('Every page');
  });

  it('leaves each module under its name, and a module that the host does not import in a file of its own', () => {
    expect(codeOf('host/app')).toMatch(/from"\.\/page-/u);
    expect(codeOf('x/map')).toMatch(/from"\.\/page-.*class/su);
    expect(codeOf('x/button')).not.toContain('class');
    expect(codeOf('x/seldom')).toMatch(/seldom/u);
  });

  it('leaves out what the host imports while it runs', () => {
    const page = [...files].find(([name]) => name.startsWith('page-'))?.[1];
    expect(page).toMatch(/import\(["'`]\.\/x\.seldom-/u);
    expect(page).not.toContain('seldom=1');
  });

  it('imports by name what is external', () => {
    const all = [...files.values()].join('\n');
    expect(all).toMatch(/from"@salesforce\/i18n\/locale"/u);
    expect(all).toMatch(/from"x\/elsewhere"/u);
  });

  it('imports by name what another build has, where a path is written', () => {
    const all = [...files.values()].join('\n');
    expect(all).toMatch(/import\(["'`]host\/settings["'`]\)/u);
    expect(all).not.toContain('of another build');
  });
});
