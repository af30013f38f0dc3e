import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { removeStaleFiles } from './staleFiles.ts';

let folder: string;

const isThere = (file: string): boolean => existsSync(join(folder, file));

async function write(...files: readonly string[]): Promise<void> {
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), '');
  }
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stale-'));
  await write('kept/kept.ts', 'kept/kept.js', 'kept/gone.js', 'kept/kept.html', 'kept/kept.js-meta.xml');
  await write('renamed/renamed.js', 'plain/plain.js', 'plain/plain.js-meta.xml');
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('compiled files of components', () => {
  it('are removed from a TypeScript bundle if their source is gone', async () => {
    await removeStaleFiles(folder);
    expect(isThere('kept/gone.js')).toBe(false);
  });

  it('are named, not removed, where the component is gone and nobody knows who made them', async () => {
    expect(await removeStaleFiles(folder)).toEqual(['renamed']);
    expect(isThere('renamed/renamed.js')).toBe(true);
  });

  it.each(['kept/kept.ts', 'kept/kept.js', 'kept/kept.html', 'plain/plain.js'])('leave %s alone', async (file) => {
    await removeStaleFiles(folder);
    expect(isThere(file)).toBe(true);
  });
});

describe('compiled files in a repository', () => {
  const git = (...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@acme.example', ...args], { cwd: folder });
  };

  /** The component `renamed` and a bundle in JavaScript were committed once, and removed by a later commit. */
  beforeEach(async () => {
    const sources = ['renamed/renamed.ts', 'renamed/part.ts', 'renamed/renamed.js-meta.xml'];
    const inJavaScript = ['script/script.js', 'script/script.js-meta.xml', 'script/script.ts'];
    await write(...sources, ...inJavaScript);
    git('init', '--quiet');
    git('add', ...sources, ...inJavaScript);
    git('commit', '--quiet', '--message', 'components');
    git('rm', '--quiet', ...sources, ...inJavaScript);
    git('commit', '--quiet', '--message', 'without them');
    await write('renamed/part.js', 'script/script.js', 'mine/mine.js');
  });

  it('are removed with the folder of a component that git once had', async () => {
    await removeStaleFiles(folder);
    expect(isThere('renamed')).toBe(false);
  });

  it('stay beside a file that no build has made', async () => {
    await write('renamed/notes.txt');
    await removeStaleFiles(folder);
    expect([isThere('renamed/renamed.js'), isThere('renamed/notes.txt')]).toEqual([false, true]);
  });

  it('are named where git had the JavaScript itself, or nothing of the bundle', async () => {
    expect(await removeStaleFiles(folder)).toEqual(['mine', 'script']);
    expect([isThere('mine/mine.js'), isThere('script/script.js')]).toEqual([true, true]);
  });
});
