import { join } from 'node:path';
import { openDatabase } from './database.ts';

/**
 * Locks a run folder, so that a second process can't work in it. The operating system releases the lock when the process
 * ends, even after a crash. Null where another process has the lock.
 */
export function lockFolder(folder: string): { release(): void } | null {
  const database = openDatabase(join(folder, 'lock.db'));
  try {
    database.run('PRAGMA busy_timeout=0');
    database.run('BEGIN EXCLUSIVE');
    return {
      release: () => {
        database.close();
      }
    };
  } catch {
    database.close();
    return null;
  }
}
