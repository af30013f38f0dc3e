import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSfdxProject } from '../metadata/sfdxProject.ts';
import type { BuiltLayer } from './layerCache.ts';
import { projectBuilder, type ProjectBuild } from './projectLayer.ts';

let directory: string;
let build: () => Promise<BuiltLayer>;

const PROVIDED = {
  names: new Set(['lwc', 'lightning/button']),
  exportsOf: () =>
    Promise.resolve((specifier: string) => (specifier === 'lightning/button' ? new Set(['default']) : null))
};

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'playground-build-'));
  writeFileSync(join(directory, 'sfdx-project.json'), JSON.stringify({ packageDirectories: [{ path: 'app' }] }));
  build = newBuilder();
});

/** The builder of a server that has just started. */
function newBuilder(cacheDirectory: string | null = null): () => Promise<BuiltLayer> {
  const builder = builderOf(cacheDirectory, []);
  return () => builder().all();
}

function builderOf(cacheDirectory: string | null, shownFirst: readonly string[]): () => ProjectBuild {
  return projectBuilder([readSfdxProject(directory)], PROVIDED, { cacheDirectory, shownFirst });
}

afterEach(() => {
  rmSync(directory, { recursive: true });
});

let clock = Date.now();

function write(path: string, text: string): void {
  const file = join(directory, 'app', path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  // Two writes within one tick of the clock would look like one.
  clock += 1000;
  utimesSync(file, clock / 1000, clock / 1000);
}

const component = (body: string): string =>
  `import { LightningElement, api } from 'lwc';\n\nexport default class Card extends LightningElement {\n${body}\n}\n`;

async function builtCode(): Promise<string> {
  return [...(await build()).files.values()].join('\n');
}

async function codeOf(bundle: string): Promise<string> {
  const { files, entries } = await build();
  return files.get(entries.get(`c/${bundle}`) ?? '') ?? '';
}

/** What a bundle that failed says on a page; undefined for one that runs. */
async function problemOf(bundle: string): Promise<unknown> {
  const json = /failedComponent\((\{.*\})\);/u.exec(await codeOf(bundle))?.[1];
  return json === undefined ? undefined : JSON.parse(json);
}

describe('a build of a project’s components', () => {
  it('uses the .ts and ignores the .js that was compiled from an older version', async () => {
    write('lwc/card/card.ts', component("  @api text: string = 'from TypeScript';"));
    write('lwc/card/card.js', component("  @api text = 'from an old build';"));
    expect(await builtCode()).toContain('from TypeScript');
    expect(await builtCode()).not.toContain('from an old build');
  });

  it('uses bundles of plain JavaScript and their other files', async () => {
    write('lwc/card/card.js', `import { text } from './text';\n${component('  text = text;')}`);
    write('lwc/card/text.js', "export const text = 'from a second file';\n");
    write('lwc/card/card.html', '<template><lightning-button label={text}></lightning-button></template>');
    expect(await builtCode()).toContain('from a second file');
  });

  it('contains a module once even when it is imported by name and by path', async () => {
    write(
      'lwc/card/card.js',
      `import { double } from './double';\nexport const one = 'the only one';\nexport { double };\n`
    );
    write('lwc/card/double.js', `import { one } from './card';\nexport const double = () => one + one;\n`);
    expect((await builtCode()).match(/'the only one'/gu)).toHaveLength(1);
  });

  it('includes schema references and leaves the texts of custom labels to the page', async () => {
    write(
      'labels/CustomLabels.labels-meta.xml',
      '<CustomLabels><labels><fullName>Hi</fullName><value>Salut</value></labels></CustomLabels>'
    );
    write(
      'lwc/card/card.js',
      `import hi from '@salesforce/label/c.Hi';\nimport name from '@salesforce/schema/Contact.Account.Name';\nexport { hi, name };\n`
    );
    const code = await builtCode();
    expect(code).toContain(`import texts from '@salesforce/label'`);
    expect(code).toContain('texts["Hi"]');
    expect(code).not.toContain('Salut"');
    expect(code).toContain('{"fieldApiName":"Account.Name","objectApiName":"Contact"}');
  });

  it('picks up a file that changed since the last build', async () => {
    write('lwc/card/card.ts', component("  text = 'first';"));
    await builtCode();
    write('lwc/card/card.ts', component("  text = 'second';"));
    expect(await builtCode()).toContain('second');
  });

  it('does not run again while no source file changes', async () => {
    write('lwc/card/card.ts', component("  text = 'first';"));
    const first = await build();
    write('lwc/card/card.js', component("  text = 'compiled from the first';"));
    expect(await build()).toBe(first);
  });

  it('is kept for the next server, until a source file changes', async () => {
    const cache = join(directory, 'cache');
    write('lwc/card/card.ts', component("  text = 'first';"));
    await newBuilder(cache)();
    const [kept = ''] = readdirSync(cache);
    const file = join(cache, kept);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('first', 'kept'));
    build = newBuilder(cache);
    expect(await builtCode()).toContain("'kept'");
    write('lwc/card/card.ts', component("  text = 'second';"));
    expect(await builtCode()).toContain("'second'");
    expect(readdirSync(cache)).toHaveLength(1);
  });

  describe('of which a page shows a part first', () => {
    beforeEach(() => {
      write('lwc/card/card.js', `import { rule } from 'c/rules';\n${component('  rule = rule;')}`);
      write('lwc/card/card.html', '<template><c-detail></c-detail></template>');
      write('lwc/detail/detail.js', component(''));
      write('lwc/rules/rules.js', "export const rule = 'first';\n");
      write('lwc/other/other.js', component("  text = 'later';"));
    });

    it('has that part, with what it imports, before the rest', async () => {
      const project = builderOf(null, ['card'])();
      expect([...(await project.first()).entries.keys()].sort()).toEqual(['c/card', 'c/detail', 'c/rules']);
      expect(project.fileOf('c/rules')).toMatch(/^c\.rules-/u);
      expect(project.fileOf('c/other')).toBeUndefined();
      expect([...(await project.all()).entries.keys()].sort()).toEqual([...project.specifiers].sort());
      expect(project.fileOf('c/other')).toMatch(/^c\.other-/u);
    });

    it('is there at once in the next server', async () => {
      const cache = join(directory, 'cache');
      await builderOf(cache, ['card'])().first();
      const next = builderOf(cache, ['card'])();
      expect([next.fileOf('c/card'), next.fileOf('c/other')]).toEqual([expect.stringMatching(/^c\.card-/u), undefined]);
    });

    it('says in the first part already which of its bundles fail', async () => {
      write('lwc/rules/rules.js', 'export const other = 1;\n');
      const project = builderOf(null, ['card'])();
      const { files } = await project.first();
      expect(files.get(project.fileOf('c/card') ?? '')).toContain('c/rules has no export rule');
    });
  });

  it.each([
    ['a syntax error', 'card.ts', component('  text: string = (;'), { line: 4, message: 'Expression expected.' }],
    [
      'a rule of LWC, with the line in the TypeScript',
      'card.ts',
      `interface Text {\n  readonly text: string;\n}\n\n${component('  @api @api text?: Text;')}`,
      { line: 8, message: 'LWC1096: Duplicate @api property "text".' }
    ],
    [
      'a label that no file defines',
      'card.js',
      `import hi from '@salesforce/label/c.Missing';\nexport { hi };\n`,
      { line: 1, message: 'Invalid reference c.Missing of type label: no package directory has this label' }
    ],
    [
      'a module that does not exist',
      'card.js',
      `\nimport { x } from 'c/nowhere';\nexport { x };\n`,
      { line: 2, message: 'Failed to resolve import "c/nowhere"' }
    ],
    [
      'a component that does not exist',
      'card.html',
      '<template>\n  <c-not-there></c-not-there>\n</template>\n',
      { line: 2, message: 'Failed to resolve import "c/notThere"' }
    ],
    [
      'a name that a module does not export',
      'card.js',
      `import Button, { magic } from 'lightning/button';\nexport { Button, magic };\n`,
      { line: 1, message: 'lightning/button has no export magic (not modelled by this local org)' }
    ],
    [
      'a module that the local org refuses',
      'card.js',
      `import { getListUi } from 'lightning/uiListApi';\nexport { getListUi };\n`,
      {
        line: 1,
        message: 'The wires of list views need list views: lightning/uiListApi (not modelled by this local org)'
      }
    ],
    [
      'a syntax error in a script that is no component',
      'card.js',
      'export const a = 1;\nexport const b = ;\n',
      { line: 2, message: expect.stringMatching(/LWC1007: .*Unexpected token/u) as unknown }
    ],
    [
      'a template that does not exist',
      'card.js',
      `import other from './other.html';\nexport { other };\n`,
      { line: 1, message: 'Failed to resolve import "./other.html"' }
    ]
  ])('names the file, the line and the cause of %s', async (_title, file, text, expected) => {
    write('lwc/card/card.js', component(''));
    write(`lwc/card/${file}`, text);
    expect(await problemOf('card')).toMatchObject({
      name: 'c/card',
      file: expect.stringMatching(new RegExp(`${file}$`, 'u')) as unknown,
      ...expected
    });
  });

  describe('with a bundle that fails', () => {
    beforeEach(() => {
      write('lwc/good/good.js', component("  @api text = 'untouched';"));
      write('lwc/bad/bad.js', `import { x } from 'c/nowhere';\nexport default x;\nexport const y = x;\n`);
    });

    it('goes on with all others', async () => {
      expect(await codeOf('good')).toContain('untouched');
      expect([await problemOf('good'), await problemOf('bad')]).toMatchObject([undefined, { name: 'c/bad' }]);
    });

    it('names every bundle that fails', async () => {
      write('lwc/worse/worse.html', '<template><p></template>');
      expect(await problemOf('bad')).toMatchObject({ message: 'Failed to resolve import "c/nowhere"' });
      expect(await problemOf('worse')).toMatchObject({ file: expect.stringMatching(/worse\.html$/u) as unknown });
    });

    it('lets a component run that has it in its template', async () => {
      write('lwc/parent/parent.html', '<template><c-bad></c-bad></template>');
      expect(await problemOf('parent')).toBeUndefined();
      expect(await codeOf('parent')).toMatch(/from ["']c\/bad["']/u);
    });

    it('says so in the name of each bundle whose code needs it, also by way of another', async () => {
      write('lwc/near/near.js', `export { y } from 'c/bad';\n`);
      write('lwc/far/far.js', `import { y } from 'c/near';\nexport const z = y;\n`);
      const cause = { file: expect.stringMatching(/bad\.js$/u) as unknown, line: 1 };
      expect(await problemOf('near')).toMatchObject({
        ...cause,
        message: 'It needs c/bad: Failed to resolve import "c/nowhere"'
      });
      expect(await problemOf('far')).toMatchObject({
        ...cause,
        message: 'It needs c/near: It needs c/bad: Failed to resolve import "c/nowhere"'
      });
    });

    it('lets a component run that has a refused one in its template, which says so in its place', async () => {
      write('lwc/form/form.html', '<template><lightning-record-form></lightning-record-form></template>');
      expect(await problemOf('form')).toMatchObject({
        name: 'lightning/recordForm',
        message: 'Record forms need page layouts: lightning/recordForm (not modelled by this local org)'
      });
      expect(await codeOf('form')).toContain('registerTemplate');
    });

    it('runs after the fault was removed', async () => {
      expect(await problemOf('bad')).toBeDefined();
      write('lwc/bad/bad.js', component("  @api text = 'cured';"));
      expect(await problemOf('bad')).toBeUndefined();
      expect(await codeOf('bad')).toContain('cured');
    });

    it('names a function that another bundle does not export', async () => {
      write('lwc/wrong/wrong.js', `import { nothing } from 'c/good';\nexport default nothing;\n`);
      expect(await problemOf('wrong')).toMatchObject({ message: 'c/good has no export nothing', line: 1 });
    });
  });
});
