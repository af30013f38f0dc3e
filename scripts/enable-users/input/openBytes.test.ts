import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ADA } from './corpus/corpusFile.ts';
import { readCsv } from './readCsv.ts';
import { DEFAULT_BOUNDS, type InputBounds } from './withBounds.ts';

describe('a path of an input', () => {
  let folder: string;
  let notes: string[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bytes-'));
    notes = [];
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** Reads a path with bounds that a test can wait for. */
  async function read(path: string, bounds: Partial<InputBounds> = {}): Promise<readonly string[]> {
    const onNote = (sentence: string): void => void notes.push(sentence);
    const { rows } = await readCsv(path, { ...DEFAULT_BOUNDS, ...bounds, onNote });
    return (await Array.fromAsync(rows)).map(({ contactId }) => contactId);
  }

  function makePipe(): string {
    const pipe = join(folder, 'pipe.csv');
    execFileSync('mkfifo', [pipe]);
    return pipe;
  }

  it.each([
    ['that isn’t there', () => 'gone.csv', /gone\.csv: there is no such file\. Check the path\.$/u],
    ['with a file where a folder should be', () => '/dev/null/in.csv', /there is no such file: a part of its path/u],
    ['that is too long', () => `/${'x'.repeat(5000)}`, /the path is too long/u],
    ['with a NUL', () => 'in\0.csv', /in\[U\+0000\]\.csv: the path holds a character that no path can have/u],
    ['of a folder', () => folder, /is a folder\. Name a CSV file in it\.$/u],
    [
      'of a link to itself',
      () => {
        symlinkSync('loop.csv', join(folder, 'loop.csv'));
        return join(folder, 'loop.csv');
      },
      /is a link that leads back to itself/u
    ],
    [
      'of a file that the disk can’t read',
      () => '/proc/self/mem',
      /mem: the disk or the device gives an error\. Copy/u
    ],
    ['of a device without an end', () => '/dev/zero', /\/dev\/zero:1:1: a NUL byte stands here/u],
    ['of an empty device', () => '/dev/null', /\/dev\/null is empty/u]
  ])('%s is refused with its cause', async (_title, pathOf, message) => {
    await expect(read(pathOf())).rejects.toThrow(message);
  });

  it('of a socket is refused', async () => {
    const path = join(folder, 'in.sock');
    const server = createServer().listen(path);
    await expect(read(path)).rejects.toThrow(/is a socket\. Name a CSV file, or - for standard input\.$/u);
    server.close();
  });

  it('of a pipe that nobody writes into is told, and refused after a time', async () => {
    const pipe = makePipe();
    await expect(read(pipe, { noteAfter: 1, giveUpAfter: 50 })).rejects.toThrow(
      /pipe\.csv: nothing came for 0\.05 s\. Check what writes into it, or save its output as a file\.$/u
    );
    expect(notes).toEqual([`Waiting for ${pipe}: nothing has come for 0.001 s.`]);
  });

  it('of a pipe is read as a file is, also where the first line comes in pieces', async () => {
    const pipe = makePipe();
    const reading = read(pipe);
    const writer = await open(pipe, 'w');
    for (const piece of ['Con', 'tactId\n003', '000000000', '001AAA\n']) await writer.write(piece);
    await writer.close();
    expect(await reading).toEqual([ADA]);
    expect(notes).toEqual([]);
  });

  it('of a pipe without an end is refused when it gave too much', async () => {
    const pipe = makePipe();
    const refused = expect(read(pipe, { most: 100 })).rejects.toThrow(
      /pipe\.csv: gives more than 100 bytes, and no end\. Save it as a file\.$/u
    );
    const writer = await open(pipe, 'w');
    await writer.write(`Id\n${`${ADA}\n`.repeat(10)}`);
    await writer.close();
    await refused;
  });

  it('that is - stands for standard input', () => {
    const module = resolve(import.meta.dirname, 'readCsv.ts');
    const script = `const { readCsv } = await import('${module}');
      const rows = await Array.fromAsync((await readCsv('-')).rows);
      console.log(rows.map(({ contactId, problem }) => problem ?? contactId).join());`;
    const startUp = resolve(import.meta.dirname, '../../shared/startUp.js');
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', startUp, '--input-type=module', '--eval', script],
      { input: `Id\n${ADA}\nada@a.example\n`, encoding: 'utf8' }
    );
    expect({ stdout, stderr }).toEqual({
      stdout: `${ADA},standard input:3:1: column Id “ada@a.example” is no id. Give the contact’s id: 15 or 18 letters and digits.\n`,
      stderr: ''
    });
  });
});
