import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What a command has done, kept between runs. */
export interface StateStore<State> {
  read(): Promise<State>;
  write(state: State): Promise<void>;
}

/** A state in a file. */
export interface StateFile<State> extends StateStore<State> {
  /** Removes it, so that the next run begins anew. */
  forget(): Promise<void>;
}

/**
 * Keeps a state in `<folder>/<name>.json`, in a folder that git ignores. `narrow` reads what an earlier run wrote. Without a
 * readable file the state is `initial`, and the steps find out from the org what is done.
 */
export function stateFile<State>(
  folder: string,
  name: string,
  narrow: (kept: unknown) => State,
  initial: State
): StateFile<State> {
  const file = join(folder, `${name}.json`);
  return {
    read: async () => {
      try {
        return narrow(JSON.parse(await readFile(file, 'utf8')));
      } catch {
        return initial;
      }
    },
    write: async (state) => {
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      await writeFile(file, `${JSON.stringify(state, null, 2)}\n`);
    },
    forget: () => rm(file, { force: true })
  };
}
