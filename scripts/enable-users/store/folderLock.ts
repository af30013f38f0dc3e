import { join } from 'node:path';
import { lockFile } from './database.ts';

/** Locks a run folder, so that nobody else can work in it meanwhile. Null where somebody else has the lock. */
export function lockFolder(folder: string): { release(): void } | null {
  return lockFile(join(folder, 'lock.db'));
}
