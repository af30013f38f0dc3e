import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSfdxProject } from '../metadata/sfdxProject.ts';
import { projectBuilder, type ProjectBuild } from './projectLayer.ts';

let directory: string;
let build: () => Promise<ProjectBuild>;

const PROVIDED = new Set(['lwc', 'lightning/button']);

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'playground-build-'));
  writeFileSync(join(directory, 'sfdx-project.json'), JSON.stringify({ packageDirectories: [{ path: 'app' }] }));
  build = newBuilder();
});

/** The builder of a server that has just started. */
function newBuilder(cacheDirectory: string | null = null): () => Promise<ProjectBuild> {
  return projectBuilder([readSfdxProject(directory)], PROVIDED, cacheDirectory);
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
  const result = await build();
  if (result.kind === 'failed') {
    throw new Error(result.problem.message);
  }
  return [...result.layer.files.values()].join('\n');
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
    ]
  ])('names the file, the line and the cause of %s', async (_title, file, text, expected) => {
    write('lwc/card/card.js', component(''));
    write(`lwc/card/${file}`, text);
    const result = await build();
    expect(result).toMatchObject({ kind: 'failed', problem: expected });
    expect(result.kind === 'failed' && result.problem.file).toMatch(new RegExp(`${file}$`, 'u'));
  });
});
