import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileBundleOnce } from './compileBundleOnce.ts';

const card = (text: string) => ({
  'card.js': `import { LightningElement } from 'lwc';\nexport default class Card extends LightningElement { text = '${text}'; }`,
  'card.html': '<template>{text}</template>'
});

describe('a compiled bundle', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bundles-'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Another process reads what this one kept: a changed file shows where an answer came from. */
  const mark = async (): Promise<void> => {
    const [file = ''] = await readdir(folder);
    const kept = JSON.parse(await readFile(join(folder, file), 'utf8')) as object;
    await writeFile(join(folder, file), JSON.stringify({ ...kept, code: 'from the folder' }));
  };

  it('is read from the folder by another process', async () => {
    const files = card('one');
    const { code } = await compileBundleOnce('card', files, folder);
    expect(code).toContain('one');
    await mark();
    // The runtime of tests reads the same file as another module.
    const anotherProcess = './compileBundleOnce.ts?another';
    const another = (await import(anotherProcess)) as { readonly compileBundleOnce: typeof compileBundleOnce };
    expect((await another.compileBundleOnce('card', files, folder)).code).toBe('from the folder');
  });

  it('replaces its older build', async () => {
    await compileBundleOnce('card', card('two'), folder);
    const before = await readdir(folder);
    await compileBundleOnce('card', card('three'), folder);
    const after = await readdir(folder);
    expect([before.length, after.length]).toEqual([1, 1]);
    expect(after).not.toEqual(before);
  });

  it('is compiled where the folder is gone', async () => {
    const { code, problems } = await compileBundleOnce('card', card('four'), join(folder, 'gone'));
    expect(code).toContain('four');
    expect(problems).toEqual([]);
  });

  it('is kept under no name that leads out of the folder', async () => {
    await compileBundleOnce('../card', card('five'), folder);
    expect(await readdir(folder)).toEqual([]);
  });
});
