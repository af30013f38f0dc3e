import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { memoryFolder } from './memoryFolder.ts';

describe('the folder in memory', () => {
  it('is left out where it is missing, and where it is on a disk', () => {
    expect(memoryFolder(join(tmpdir(), 'gone'))).toBeNull();
    expect(memoryFolder(resolve('.'), 0)).toBeNull();
  });

  const itInMemory = existsSync('/dev/shm') ? it : it.skip;

  itInMemory('is taken where it has enough room', () => {
    expect([memoryFolder('/dev/shm', 1), memoryFolder('/dev/shm', Infinity)]).toEqual(['/dev/shm', null]);
  });
});
