import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { textAt } from 'sf-cli/json';

/** Where new run folders lie. */
const RUN_FOLDERS = '.external-users';

/** Creates a folder such as `.external-users/2026-11-24T12-00-00Z`; those of the same second are numbered. */
export function createRunFolder(now: Date, parent = RUN_FOLDERS): string {
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  const time = now.toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
  for (let number = 1; ; number++) {
    const folder = join(parent, number === 1 ? time : `${time}-${String(number)}`);
    if (isCreated(folder)) return folder;
  }
}

/** Removes a folder that got no plan. Nobody else knows its name. */
export function removeRunFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Creating a folder is atomic: of two processes that try it, one gets the error. */
function isCreated(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 });
    return true;
  } catch (error) {
    if (textAt(error, 'code') === 'EEXIST') return false;
    throw error;
  }
}
