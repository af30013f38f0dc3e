import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Compiled code in a folder, as `<name>-<key>.json`, for other processes. */

/** The text of a file; undefined if it isn't there. Another process may remove it at any time. */
export function readKept(folder: string, name: string, key: string): string | undefined {
  try {
    return readFileSync(pathOf(folder, name, key), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
      return undefined;
    }
    throw error;
  }
}

/** Keeps a text instead of older ones of the same name, so that the folder doesn't grow. Throws where the disk refuses it. */
export function keep(folder: string, name: string, key: string, text: string): void {
  for (const old of readdirSync(folder).filter((other) => other.startsWith(`${name}-`) && other.endsWith('.json'))) {
    rmSync(join(folder, old), { force: true });
  }
  const path = pathOf(folder, name, key);
  const unfinished = `${path}.${String(process.pid)}`;
  try {
    writeFileSync(unfinished, text);
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function pathOf(folder: string, name: string, key: string): string {
  return join(folder, `${name}-${key}.json`);
}
