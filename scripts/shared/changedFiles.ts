import { glob, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { textAt } from 'sf-cli/json';

/**
 * Moves each JavaScript file to the same place below another folder of the same disk, unless that place has the same text
 * already. A reader sees a file as it was or as it is now, never a part of it.
 */
export async function moveChangedFiles(from: string, to: string): Promise<void> {
  for await (const file of glob('**/*.js', { cwd: from })) {
    const [made, present] = [join(from, file), join(to, file)];
    const text = await readFile(made, 'utf8');
    if (text !== (await textOf(present))) await rename(made, present);
  }
}

/** undefined where there is no such file. */
async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (textAt(error, 'code') === 'ENOENT') return undefined;
    throw error;
  }
}
