import { isJson, numberAt, textAt } from 'sf-cli/json';
import type { Store } from '../store/store.ts';

/** How a run was started. A resume uses the same options. */
export interface RunOptions {
  readonly welcomeEmail: 'keep' | 'suppress';
  /** How many users to create, for the first rows that get one; null for all. */
  readonly limit: number | null;
  /** Rows a request or a job; null for as many as are allowed. */
  readonly batchSize: number | null;
}

export function saveRunOptions(store: Store, options: RunOptions): void {
  store.setMeta('run', JSON.stringify(options));
}

/** So that the plan can be run with other options, as nothing was sent yet. */
export function forgetRunOptions(store: Store): void {
  store.setMeta('run', 'null');
}

/** Null where the plan in the folder was not run yet. */
export function readRunOptions(store: Store): RunOptions | null {
  const text = store.meta('run');
  if (text === null) return null;
  const json: unknown = JSON.parse(text);
  if (!isJson(json)) return null;
  return {
    welcomeEmail: textAt(json, 'welcomeEmail') === 'suppress' ? 'suppress' : 'keep',
    limit: numberAt(json, 'limit'),
    batchSize: numberAt(json, 'batchSize')
  };
}
