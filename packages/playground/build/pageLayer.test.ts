import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BuiltLayer } from './layerCache.ts';
import { buildPageLayer } from './pageLayer.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'playground-page-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

const BASE: BuiltLayer = {
  entries: new Map([
    ['lightning/button', 'lightning.button-1.js'],
    ['lightning/map', 'lightning.map-1.js']
  ]),
  files: new Map([
    ['lightning.button-1.js', "import { draw } from './shared-1.js';\nexport default class Button { draw = draw; }\n"],
    ['lightning.map-1.js', "import { draw } from './shared-1.js';\nexport default class WorldMap { draw = draw; }\n"],
    ['shared-1.js', "import locale from '@salesforce/i18n/locale';\nexport const draw = () => `drawn in ${locale}`;\n"]
  ])
};

const PLATFORM: BuiltLayer = {
  entries: new Map([['host/app', 'host.app-1.js']]),
  files: new Map([
    ['host.app-1.js', "import Button from 'lightning/button';\n// Every page has it.\nexport default [Button];\n"]
  ])
};

describe('the bundle of every page', () => {
  async function built(): Promise<{ readonly layer: BuiltLayer; readonly codeOf: (specifier: string) => string }> {
    const layer = await buildPageLayer(directory, [BASE, PLATFORM]);
    return { layer, codeOf: (specifier) => layer.files.get(layer.entries.get(specifier) ?? '') ?? '' };
  }

  it('has in one file what the host imports, directly or not', async () => {
    const { layer } = await built();
    const page = [...layer.files].filter(([, code]) => /class Button|drawn in/u.test(code));
    expect(page).toHaveLength(1);
    expect(page[0]?.[0]).toMatch(/^page-/u);
    expect(page[0]?.[1]).not.toContain('Every page');
  });

  it('leaves each module under its name, and a module that the host does not import in a file of its own', async () => {
    const { layer, codeOf } = await built();
    expect([...layer.entries.keys()].sort()).toEqual(['host/app', 'lightning/button', 'lightning/map']);
    expect(codeOf('host/app')).toMatch(/from"\.\/page-/u);
    expect(codeOf('lightning/map')).toMatch(/from"\.\/page-.*class/su);
    expect(codeOf('lightning/button')).not.toContain('class');
  });

  it('imports by name what the page brings', async () => {
    const { layer } = await built();
    expect([...layer.files.values()].join('\n')).toMatch(/from"@salesforce\/i18n\/locale"/u);
  });

  it('comes from the cache where no layer has changed', async () => {
    const { layer } = await built();
    const again = await built();
    expect([...again.layer.files]).toEqual([...layer.files]);
  });
});
