import { createHash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textAt } from 'sf-cli/json';

/** What the last build read and made, by content: a checkout gives old files new times. */
export interface BuildRecord {
  /** The sources as they are now. */
  readSources(): Promise<string>;
  /** Whether the last build was of these sources, and what it made is there unchanged. */
  isCurrent(sources: string): Promise<boolean>;
  /** Records a build that succeeded, unless its sources have changed since they were read. */
  save(sources: string): Promise<void>;
}

interface BuildFiles {
  readonly folder: string;
  /** Patterns of files below the folder. */
  readonly sources: readonly string[];
  readonly made: readonly string[];
  /** null keeps no record, and every build compiles. */
  readonly keptIn: string | null;
}

export function createBuildRecord({ folder, sources, made, keptIn }: BuildFiles): BuildRecord {
  const file = keptIn === null ? null : join(keptIn, 'last-build');
  const readSources = (): Promise<string> => fingerprintOf(folder, sources);
  const recordOf = async (read: string): Promise<string> => `${read} ${await fingerprintOf(folder, made)}`;

  return {
    readSources,
    isCurrent: async (read) => {
      const last = file === null ? null : await textOf(file);
      return last !== null && last === (await recordOf(read));
    },
    save: async (read) => {
      if (file !== null && read === (await readSources())) await writeFile(file, await recordOf(read));
    }
  };
}

/** Of the paths and the contents of the files. */
async function fingerprintOf(folder: string, patterns: readonly string[]): Promise<string> {
  const paths = (await Promise.all(patterns.map((pattern) => Array.fromAsync(glob(pattern, { cwd: folder }))))).flat();
  const whole = createHash('sha256');
  for (const path of paths.sort()) {
    const content = createHash('sha256').update(await readFile(join(folder, path)));
    whole.update(`${path}\0${content.digest('hex')}\n`);
  }
  return whole.digest('hex');
}

/** null where there is no such file. */
async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (textAt(error, 'code') === 'ENOENT') return null;
    throw error;
  }
}
