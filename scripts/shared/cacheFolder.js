import { chmodSync, lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Where code is kept between commands: in the project, for this user alone. In the folder for temporary files, another user
 * of the machine could prepare code under the name of a cache. This file is JavaScript, as startUp.js needs it first.
 */

const CACHE = resolve(import.meta.dirname, '../../.cache');

/** @type {(name: string, cache?: string, user?: number) => string | null} */
export function cacheFolder(name, cache = CACHE, user = process.geteuid?.()) {
  const folder = join(cache, name);
  try {
    makeOwn(cache, user);
    if (!makeOwn(folder, user)) {
      rmSync(folder, { recursive: true });
      makeOwn(folder, user);
    }
    return folder;
  } catch {
    // A command works without a cache, only slower.
    return null;
  }
}

/** @type {(name: string) => string} */
export function privateFolder(name) {
  return cacheFolder(name) ?? mkdtempSync(join(tmpdir(), 'external-user-enabler-'));
}

/** Answers whether nobody else could write into the folder until now. Throws for a folder of another user, and for a link. */
function makeOwn(path, user) {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const found = lstatSync(path);
  if (!found.isDirectory()) throw new Error(`${path} is no folder.`);
  // Windows has neither user ids nor modes; a project there is in the user's own folder.
  if (user === undefined) return true;
  if (found.uid !== user) throw new Error(`${path} belongs to another user.`);
  chmodSync(path, 0o700);
  return (found.mode & 0o022) === 0;
}
