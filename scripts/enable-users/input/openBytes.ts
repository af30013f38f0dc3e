import { closeSync, constants, createReadStream, openSync, statSync, type Stats } from 'node:fs';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { isatty } from 'node:tty';
import { displayText } from 'c/externalUserRules';
import { textAt } from 'sf-cli/json';
import { InputRefused } from './inputRefused.ts';
import { withBounds, type InputBounds } from './withBounds.ts';

/** A file's name for messages, and its bytes as they come. Reading them throws InputRefused where they can't be read. */
export interface ByteSource {
  readonly name: string;
  readonly chunks: AsyncIterable<Buffer>;
}

/** The path that stands for standard input. */
export const STANDARD_INPUT = '-';

/** How many bytes are read at once. */
const CHUNK = 1 << 16;

/** The bytes of a file, a pipe, a device or standard input. What may never end, or never begin, is read within bounds. */
export function openBytes(path: string, bounds: InputBounds): ByteSource {
  if (path === STANDARD_INPUT) {
    const name = nameOfFile(path);
    if (!process.stdin.isTTY) return bounded(name, process.stdin, bounds);
    bounds.onNote('Reading the CSV file from the terminal. End it with Ctrl-D.');
    return { name, chunks: buffersOf(name, process.stdin) };
  }
  const name = nameOfFile(path);
  const stats = statsOf(name, path);
  if (stats.isDirectory()) throw new InputRefused(`${name}: is a folder. Name a CSV file in it.`);
  if (stats.isSocket()) throw new InputRefused(`${name}: is a socket. Name a CSV file, or - for standard input.`);
  if (stats.isFile()) return { name, chunks: buffersOf(name, createReadStream(path, { highWaterMark: CHUNK })) };
  return bounded(name, openEndless(name, path, stats), bounds);
}

/** The file as messages name it. */
export function nameOfFile(path: string): string {
  return path === STANDARD_INPUT ? 'standard input' : displayText(path);
}

function bounded(name: string, stream: Readable, bounds: InputBounds): ByteSource {
  const stop = (): void => {
    stream.destroy();
  };
  return { name, chunks: withBounds(name, buffersOf(name, stream), bounds, stop) };
}

/** A pipe or a device is opened without waiting for somebody who writes into it, as Node couldn't end before that. */
function openEndless(name: string, path: string, stats: Stats): Readable {
  let fd: number;
  try {
    fd = openSync(path, constants.O_RDONLY + constants.O_NONBLOCK);
  } catch (error) {
    throw unreadable(name, error);
  }
  if (stats.isFIFO()) return new Socket({ fd, readable: true, writable: false });
  if (!isatty(fd)) return createReadStream(path, { fd, highWaterMark: CHUNK });
  closeSync(fd);
  throw new InputRefused(`${name}: is a terminal. Use - to type the file, and end it with Ctrl-D.`);
}

function statsOf(name: string, path: string): Stats {
  try {
    return statSync(path);
  } catch (error) {
    throw unreadable(name, error);
  }
}

async function* buffersOf(name: string, stream: AsyncIterable<unknown>): AsyncGenerator<Buffer, void> {
  try {
    for await (const chunk of stream) yield Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
  } catch (error) {
    throw unreadable(name, error);
  }
}

function unreadable(name: string, error: unknown): InputRefused {
  const code = textAt(error, 'code');
  const problem = PROBLEMS.get(code) ?? `can’t be read (${code || String(error)}). Check the disk, and the path.`;
  return new InputRefused(`${name}: ${problem}`, { cause: error });
}

/** By the error of the operating system. */
const PROBLEMS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file. Check the path.'],
  ['ENOTDIR', 'there is no such file: a part of its path is no folder. Check the path.'],
  ['EACCES', 'you may not read it. Ask for the right to read it, or copy it: chmod u+r.'],
  ['EPERM', 'you may not read it. Ask for the right to read it, or copy it.'],
  ['ELOOP', 'is a link that leads back to itself. Name the file.'],
  ['ENAMETOOLONG', 'the path is too long. Check it.'],
  ['ERR_INVALID_ARG_VALUE', 'the path holds a character that no path can have. Check it.'],
  ['EIO', 'the disk or the device gives an error. Copy the file to another disk, and name the copy.'],
  ['EMFILE', 'too many files are open. Close other programs, and run the command again.']
]);
