import { mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { moveChangedFiles } from './changedFiles.ts';

let folder: string;
const inFolder = (path: string): string => join(folder, path);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'changed-'));
  for (const bundle of ['from/a', 'from/b', 'to/a', 'to/b']) await mkdir(inFolder(bundle), { recursive: true });
});

afterEach(() => rm(folder, { recursive: true }));

it('moves files that are new or changed, and does not touch one that is the same', async () => {
  await writeFile(inFolder('from/a/a.js'), 'same');
  await writeFile(inFolder('from/a/new.js'), 'new');
  await writeFile(inFolder('from/b/b.js'), 'after');
  await writeFile(inFolder('to/a/a.js'), 'same');
  await writeFile(inFolder('to/b/b.js'), 'before');
  const old = new Date('2020-01-01');
  await utimes(inFolder('to/a/a.js'), old, old);
  await moveChangedFiles(inFolder('from'), inFolder('to'));
  expect((await stat(inFolder('to/a/a.js'))).mtime).toEqual(old);
  expect(await readFile(inFolder('to/a/new.js'), 'utf8')).toBe('new');
  expect(await readFile(inFolder('to/b/b.js'), 'utf8')).toBe('after');
});
