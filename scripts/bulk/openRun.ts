import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { join } from 'node:path';
import { SfError, StateAggregator, type Org } from '@salesforce/core';
import { EXIT } from './commands/planning.ts';
import type { Surroundings } from './conduct.ts';
import { lockFolder } from './folderLock.ts';
import { createOrgApi } from './orgApi.ts';
import { createWriteApi } from './orgWriteApi.ts';
import { createProgress, silent } from './progress.ts';
import type { Clock } from './retries.ts';
import { openStore } from './store.ts';

export const clock: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds) => {
    if (milliseconds > 0) await setTimeout(milliseconds);
  }
};

export interface OpenRun extends Surroundings {
  close(): void;
}

/** Opens a run folder for one process, and the org that it belongs to. */
export async function openRun(folder: string, org: Org, isQuiet: boolean, apiVersion?: string): Promise<OpenRun> {
  if (!existsSync(join(folder, 'run.db'))) throw usageError(`${folder} is no run folder: it holds no run.db.`);
  const lock = lockFolder(folder);
  if (lock === null) throw usageError(`Another process is at work in ${folder}. Wait until it has ended.`);
  const store = openStore(folder);
  const connection = org.getConnection(apiVersion);
  const orgId = org.getOrgId().slice(0, 15);
  const known = store.meta('orgId');
  if (known !== null && known !== orgId) {
    throw usageError(`The run in ${folder} belongs to the org ${known}, and ${org.getUsername() ?? ''} is ${orgId}.`);
  }
  store.setMeta('orgId', orgId);
  const api = createOrgApi(connection);
  const { aliases } = await StateAggregator.getInstance();
  const username = org.getUsername() ?? '';
  return {
    folder,
    store,
    orgName: aliases.get(username) ?? username,
    api: createWriteApi(api, {
      accessToken: () => connection.accessToken ?? '',
      refresh: () => connection.refreshAuth()
    }),
    clock,
    progress: isQuiet || !process.stderr.isTTY ? silent : createProgress(process.stderr, clock),
    apiCalls: api.calls,
    close: () => {
      store.close();
      lock.release();
    }
  };
}

export function usageError(message: string): SfError {
  return new SfError(message, 'UsageError', [], EXIT.usage);
}
