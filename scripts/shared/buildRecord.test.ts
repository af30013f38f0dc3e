import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createBuildRecord, type BuildRecord } from './buildRecord.ts';
import { inTemporaryFolder } from './temporaryFolder.ts';

type Use = (folder: string, record: BuildRecord) => Promise<unknown>;

/** A project with a source and what was made of it, and its record. */
function inProject(use: Use, keepsRecord = true): Promise<unknown> {
  return inTemporaryFolder(async (folder) => {
    await mkdir(join(folder, 'lwc'));
    await writeFile(join(folder, 'lwc', 'one.ts'), 'one');
    await writeFile(join(folder, 'lwc', 'one.js'), 'ONE');
    await writeFile(join(folder, 'settings.json'), '{}');
    const files = { folder, sources: ['lwc/**/*.ts', 'settings.json'], made: ['lwc/**/*.js'] };
    return use(folder, createBuildRecord({ ...files, keptIn: keepsRecord ? folder : null }));
  });
}

const change = (file: string) => (folder: string) => writeFile(join(folder, file), 'changed');

describe('the record of a build', () => {
  it('is not current before a build, and current after it', () =>
    inProject(async (_folder, record) => {
      expect(await record.isCurrent(await record.readSources())).toBe(false);
      await record.save(await record.readSources());
      expect(await record.isCurrent(await record.readSources())).toBe(true);
    }));

  it.each<[string, (folder: string) => Promise<unknown>]>([
    ['a changed source', change('lwc/one.ts')],
    ['a new source', change('lwc/two.ts')],
    ['a renamed source', (folder) => rename(join(folder, 'lwc', 'one.ts'), join(folder, 'lwc', 'two.ts'))],
    ['other settings', change('settings.json')],
    ['a made file that somebody changed', change('lwc/one.js')],
    ['a made file that is gone', (folder) => rm(join(folder, 'lwc', 'one.js'))]
  ])('is not current with %s', (_title, act) =>
    inProject(async (folder, record) => {
      await record.save(await record.readSources());
      await act(folder);
      expect(await record.isCurrent(await record.readSources())).toBe(false);
    })
  );

  it('is not saved where a source has changed during the build', () =>
    inProject(async (folder, record) => {
      const sources = await record.readSources();
      await change('lwc/one.ts')(folder);
      await record.save(sources);
      expect(await record.isCurrent(await record.readSources())).toBe(false);
    }));

  it('is never current without a place to keep it', () =>
    inProject(async (_folder, record) => {
      await record.save(await record.readSources());
      expect(await record.isCurrent(await record.readSources())).toBe(false);
    }, false));
});
