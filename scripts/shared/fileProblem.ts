import { textAt } from 'sf-cli/json';
import { EXIT } from './exit.ts';

/** An error of a file, as a person can act on it. */
export interface FileProblem {
  /** The file, what is wrong, and what to do. */
  readonly message: string;
  readonly exitCode: number;
}

/** An error of a file whose own error doesn't name it, such as one of writing, or of SQLite. */
export class FileError extends Error {
  override readonly name = 'FileError';
  readonly path: string;
  readonly code: string;

  constructor(path: string, code: string, cause: Error) {
    super(cause.message, { cause });
    this.path = path;
    this.code = code;
  }
}

type Advice = readonly [what: string, todo: string, exitCode: number];

const RUN_AGAIN = 'Then run the command again.';

/** By the code of the system, or of our own for what SQLite says. */
const ADVICE: Readonly<Record<string, Advice>> = {
  ENOSPC: ['the disk is full', `Free some space. ${RUN_AGAIN}`, EXIT.failed],
  EDQUOT: ['your share of the disk is used up', `Free some space. ${RUN_AGAIN}`, EXIT.failed],
  EIO: ['the disk can’t be read or written', `Check the disk. ${RUN_AGAIN}`, EXIT.failed],
  EMFILE: ['too many files are open', `Close other programs. ${RUN_AGAIN}`, EXIT.failed],
  ENFILE: ['too many files are open', `Close other programs. ${RUN_AGAIN}`, EXIT.failed],
  EACCES: ['you don’t have the right to it', 'Give yourself the right, or name another file or folder.', EXIT.usage],
  EPERM: ['you don’t have the right to it', 'Give yourself the right, or name another file or folder.', EXIT.usage],
  EROFS: ['it can only be read', 'Make it writable, or name another file or folder.', EXIT.usage],
  EBUSY: ['another program has it open', `Close it there. ${RUN_AGAIN}`, EXIT.usage],
  EISDIR: ['it is a folder, and a file is expected', 'Name a file, or move the folder away.', EXIT.usage],
  ENOTDIR: ['a part of the path is a file, and a folder is expected', 'Name another folder.', EXIT.usage],
  EEXIST: ['a file stands where a folder is expected', 'Name another folder, or move the file away.', EXIT.usage],
  ENOTEMPTY: ['the folder is not empty', 'Move what is in it away.', EXIT.usage],
  ENOENT: ['there is no such file or folder', 'Correct the path.', EXIT.usage],
  ELOOP: ['its links lead in a circle', 'Correct the path.', EXIT.usage],
  ENAMETOOLONG: ['the name is too long', 'Name a shorter path.', EXIT.usage],
  CANTOPEN: ['it can’t be opened', 'See that it is a file that you may read and write.', EXIT.usage],
  DAMAGED: ['it is damaged, or was not written by this command', 'Name another one, or restore it.', EXIT.usage],
  LOCKED: ['another process has it open', 'Wait until that one has ended.', EXIT.usage]
};

/** A person can't look these up: the message says more. */
const OWN_CODES = ['CANTOPEN', 'DAMAGED', 'LOCKED'];

/** What to tell a person about an error of a file; null for any other error. */
export function fileProblemOf(error: unknown): FileProblem | null {
  if (!(error instanceof Error)) return null;
  const code = textAt(error, 'code');
  const advice = ADVICE[code];
  // Programs that can't be started and ports have the same codes.
  if (advice === undefined || /^(?:spawn|listen|bind|connect|kill)/u.test(textAt(error, 'syscall'))) return null;
  const [what, todo, exitCode] = advice;
  const path = textAt(error, 'path');
  const words = OWN_CODES.includes(code) ? error.message : code;
  return { message: `${path === '' ? '' : `${path}: `}${what} (${words}). ${todo}`, exitCode };
}

/** Does something with a file. Its error then names the file. */
export function withPath<Value>(path: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error) || textAt(error, 'path') !== '' || !(textAt(error, 'code') in ADVICE)) throw error;
    throw new FileError(path, textAt(error, 'code'), error);
  }
}
