import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { join } from 'node:path';
import { SfError, StateAggregator, type Org } from '@salesforce/core';
import { EXIT } from '../../shared/exit.ts';
import { resumeCommand, type Surroundings } from '../results/runSummary.ts';
import { lockFolder } from '../store/folderLock.ts';
import { createOrgApi } from '../transports/orgApi.ts';
import { createWriteApi } from '../transports/orgWriteApi.ts';
import { createProgress, silent } from './progress.ts';
import type { Clock } from '../transports/retries.ts';
import { openStore } from '../store/store.ts';

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
  const api = createOrgApi(connection);
  const planned = store.meta('orgUrl');
  if (planned !== null && planned !== api.url) {
    throw usageError(`The plan in ${folder} is one for ${planned}, and the target org is ${api.url}.`);
  }
  const { aliases } = await StateAggregator.getInstance();
  const username = org.getUsername() ?? '';
  const orgName = aliases.get(username) ?? username;
  const onInterrupt = (): never => {
    process.stderr.write(`\nInterrupted; nothing is lost. Go on: ${resumeCommand(folder, orgName)}\n`);
    process.exit(EXIT.interrupted);
  };
  process.once('SIGINT', onInterrupt);
  return {
    folder,
    store,
    orgName,
    api: createWriteApi(api, {
      accessToken: () => connection.accessToken ?? '',
      refresh: () => connection.refreshAuth()
    }),
    clock,
    progress: isQuiet || !process.stderr.isTTY ? silent : createProgress(process.stderr, clock),
    apiCalls: api.calls,
    close: () => {
      process.off('SIGINT', onInterrupt);
      store.close();
      lock.release();
    }
  };
}

export function usageError(message: string): SfError {
  return new SfError(message, 'UsageError', [], EXIT.usage);
}
