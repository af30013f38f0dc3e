import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { FileError, fileProblemOf, withPath } from './fileProblem.ts';

function errorOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('No error came.');
}

describe('an error of a file', () => {
  it.each([
    ['a folder in place of a file', () => readFileSync('.'), /it is a folder/u, 2],
    ['a file in place of a folder', () => readdirSync('package.json'), /^package\.json: .*a folder is expected/u, 2],
    ['a missing file', () => readFileSync('nowhere/x.csv'), /^nowhere\/x\.csv: there is no such file/u, 2],
    [
      'a full disk',
      () => {
        withPath('/dev/full', () => {
          writeFileSync('/dev/full', 'x');
        });
      },
      /^\/dev\/full: the disk is full \(ENOSPC\)\. Free some space/u,
      1
    ]
  ])('says of %s the path, the cause and what to do', (_title, work, message, exitCode) => {
    const problem = fileProblemOf(errorOf(work));
    expect(problem).toMatchObject({ exitCode, message: expect.stringMatching(message) as string });
  });

  it.each(['EACCES', 'EPERM', 'EROFS', 'EDQUOT', 'EIO', 'EMFILE', 'EBUSY', 'DAMAGED', 'LOCKED', 'CANTOPEN'])(
    'says what to do about %s',
    (code) => {
      const message = fileProblemOf(new FileError('run.db', code, new Error('in the words of SQLite')))?.message;
      expect(message).toMatch(/^run\.db: [^.]+\((?:in the words of SQLite|E[A-Z]+)\)\. [A-Z][^]*\.$/u);
    }
  );

  it('is not seen in a program that can’t be started, or in a bug', () => {
    expect(fileProblemOf(spawnSync('no-such-program').error)).toBeNull();
    expect(fileProblemOf(new TypeError('x is undefined'))).toBeNull();
    expect(fileProblemOf('ENOSPC')).toBeNull();
  });
});
