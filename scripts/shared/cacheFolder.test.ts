import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder } from './cacheFolder.js';

describe('the folder of a cache', () => {
  let project: string;
  let cache: string;

  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'cache-'));
    cache = join(project, '.cache');
  });

  afterEach(() => {
    rmSync(project, { recursive: true });
  });

  const modeOf = (path: string): number => statSync(path).mode & 0o777;

  it('is made for this user alone', () => {
    const folder = cacheFolder('node', cache);
    expect(folder).toBe(join(cache, 'node'));
    expect([modeOf(cache), modeOf(join(cache, 'node'))]).toEqual([0o700, 0o700]);
  });

  it('keeps its files', () => {
    cacheFolder('node', cache);
    writeFileSync(join(cache, 'node', 'code'), '');
    cacheFolder('node', cache);
    expect(readdirSync(join(cache, 'node'))).toEqual(['code']);
  });

  it('is not taken where it belongs to another user', () => {
    mkdirSync(join(cache, 'node'), { recursive: true });
    expect(cacheFolder('node', cache, (process.geteuid?.() ?? 0) + 1)).toBeNull();
  });

  it('is emptied where others could write into it', () => {
    mkdirSync(join(cache, 'node'), { recursive: true });
    chmodSync(join(cache, 'node'), 0o777);
    writeFileSync(join(cache, 'node', 'foreign'), '');
    expect(cacheFolder('node', cache)).toBe(join(cache, 'node'));
    expect([readdirSync(join(cache, 'node')), modeOf(join(cache, 'node'))]).toEqual([[], 0o700]);
  });

  it('is not taken where it is a link', () => {
    mkdirSync(join(project, 'elsewhere'));
    mkdirSync(cache);
    symlinkSync(join(project, 'elsewhere'), join(cache, 'node'));
    expect(cacheFolder('node', cache)).toBeNull();
  });

  it('is left out where the project can’t be written', () => {
    writeFileSync(cache, 'a file stands in its place');
    expect(cacheFolder('node', cache)).toBeNull();
  });

  it('holds what Jest keeps for its own commands and for each project', async () => {
    interface Kept {
      readonly cacheDirectory: string;
    }
    const { default: config } = (await import(pathToFileURL(resolve('jest.config.js')).href)) as {
      readonly default: Kept & { readonly projects: readonly Kept[] };
    };
    const folder = resolve('.cache/jest');
    const ofProjects = config.projects.map(({ cacheDirectory }) => cacheDirectory);
    expect(new Set([config.cacheDirectory, ...ofProjects])).toEqual(new Set([folder]));
  });

  it('is used by a command and the programs that it starts, whatever lies in the folder for temporary files', () => {
    const program =
      'process.stdout.write(JSON.stringify([require("node:module").getCompileCacheDir(), process.env.NODE_COMPILE_CACHE]))';
    const printed = execFileSync(process.execPath, ['--import', './scripts/shared/startUp.js', '--eval', program], {
      encoding: 'utf8',
      env: { ...process.env, NODE_COMPILE_CACHE: undefined, TMPDIR: project }
    });
    const folder = resolve('.cache/node');
    expect(JSON.parse(printed)).toEqual([expect.stringContaining(folder), folder]);
    expect(readdirSync(project)).toEqual([]);
  });
});
