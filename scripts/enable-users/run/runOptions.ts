import { isJson, numberAt, textAt } from 'sf-cli/json';
import type { Store } from '../store/store.ts';

/** How a run was started; a resume goes on in the same way. */
export interface RunOptions {
  readonly welcomeEmail: 'keep' | 'suppress';
  /** Of the rows that get a user, so many of the first; null for all. */
  readonly limit: number | null;
  /** Rows a request or a job; null for the most that there may be. */
  readonly batchSize: number | null;
}

const KEY = 'run';

export function saveRunOptions(store: Store, options: RunOptions): void {
  store.setMeta(KEY, JSON.stringify(options));
}

/** Null for a folder in which nothing was run yet. */
export function readRunOptions(store: Store): RunOptions | null {
  const text = store.meta(KEY);
  if (text === null) return null;
  const json: unknown = JSON.parse(text);
  if (!isJson(json)) return null;
  return {
    welcomeEmail: textAt(json, 'welcomeEmail') === 'suppress' ? 'suppress' : 'keep',
    limit: numberAt(json, 'limit'),
    batchSize: numberAt(json, 'batchSize')
  };
}
