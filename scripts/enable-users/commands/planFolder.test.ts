import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { lockFolder } from '../store/folderLock.ts';
import { ADA, BOB, planIn } from '../testing/smallOrg.ts';
import { createRunFolder, removeRunFolder } from './newRunFolder.ts';

const NOON = new Date('2026-11-24T12:00:00Z');

/** Another process that locks a folder, says so, and waits to be killed. It keeps the lock: a lost one is released by the garbage collector. */
const LOCKING = `
  const { lockFolder } = await import(process.argv[1]);
  globalThis.lock = lockFolder(process.argv[2]);
  if (globalThis.lock !== null) process.stdout.write('locked');
  setInterval(() => undefined, 1000);
`;

describe('a run folder', () => {
  let parent: string;

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'run-folder-'));
  });

  afterEach(() => {
    rmSync(parent, { recursive: true });
  });

  it('has a name of its own where several plans begin in one second', () => {
    const folders = Array.from({ length: 5 }, () => createRunFolder(NOON, parent));
    expect(new Set(folders).size).toBe(5);
    expect(folders[0]).toBe(join(parent, '2026-11-24T12-00-00Z'));
    removeRunFolder(folders[0] ?? '');
    expect(existsSync(folders[0] ?? '')).toBe(false);
    expect(readdirSync(parent)).toHaveLength(4);
  });

  it('holds one plan where two are made in it at the same time, and the other one is refused', async () => {
    const [first, second] = await Promise.allSettled([
      planIn(parent, `Id,Nickname\n${ADA},first\n`),
      planIn(parent, `Id,Nickname\n${ADA},first\n${BOB},second\n`)
    ]);
    const refusals = [first, second].filter(({ status }) => status === 'rejected');
    expect(refusals).toEqual([{ status: 'rejected', reason: expect.objectContaining({ name: 'FolderRefused' }) }]);
    expect(readdirSync(join(parent, 'run'))).not.toContain('plan.db');
    expect(readFileSync(join(parent, 'run', 'plan.csv'), 'utf8')).toContain('first');
  });

  it('refuses a second plan, and keeps the first one', async () => {
    await planIn(parent, `Id\n${ADA}\n`);
    const before = readFileSync(join(parent, 'run', 'plan.csv'));
    await expect(planIn(parent, `Id\n${BOB}\n`)).rejects.toThrow(/holds a plan already\. Name another --run-folder/u);
    expect(readFileSync(join(parent, 'run', 'plan.csv'))).toEqual(before);
  });

  it('is refused while another process works in it, and is free again when that process was killed', async () => {
    const folder = join(parent, 'run');
    mkdirSync(folder);
    const lockModule = pathToFileURL(join(import.meta.dirname, '../store/folderLock.ts')).href;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', LOCKING, lockModule, folder]);
    try {
      await once(child.stdout, 'data');
      await expect(planIn(parent, `Id\n${ADA}\n`)).rejects.toThrow(
        /^Another process is at work in .*\. Wait until it has ended, or name another folder\.$/u
      );
    } finally {
      child.kill('SIGKILL');
    }
    await once(child, 'exit');
    expect((await planIn(parent, `Id\n${ADA}\n`)).rows).toHaveLength(1);
  });

  it('is planned anew where an earlier plan was interrupted', async () => {
    const folder = join(parent, 'run');
    mkdirSync(folder);
    writeFileSync(join(folder, 'plan.db'), 'half of a plan');
    expect((await planIn(parent, `Id\n${ADA}\n`)).rows).toHaveLength(1);
  });

  it('is free again after a plan that failed', async () => {
    await expect(planIn(parent, `Id\n${ADA}\n`, { lacking: ['Contact'] })).rejects.toThrow(/refused to be read/u);
    const lock = lockFolder(join(parent, 'run'));
    expect(lock).not.toBeNull();
    lock?.release();
  });

  it('whose lock can’t be created is refused with the error of the disk', () => {
    expect(() => lockFolder(join(parent, 'gone'))).toThrow(/unable to open database file/u);
  });
});
