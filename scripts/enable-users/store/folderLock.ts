import { join } from 'node:path';
import { openDatabase } from './database.ts';

/**
 * Keeps a second process out of a run folder. The operating system gives the lock back when the process ends, however it
 * ends. Null where another process has it.
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
