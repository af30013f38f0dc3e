import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SfError, StateAggregator, type Org } from '@salesforce/core';
import { toShell } from 'sf-cli/shell';
import { EXIT } from '../../shared/exit.ts';
import { lockFolder } from '../store/folderLock.ts';
import { connectOrg } from '../transports/connectOrg.ts';
import { createWriteApi, type WriteApi } from '../transports/writeApi.ts';
import type { OrgClock } from '../transports/orgClock.ts';
import { progressOf, type Progress } from './progress.ts';
import { tellUnanswered, tellWaits } from './waits.ts';
import type { Transport } from '../store/batches.ts';
import { systemClock, type Clock } from '../transports/clock.ts';
import { transportFor } from '../transports/transportFor.ts';
import { stateFolderOf } from '../store/stateFolder.ts';
import { refusalOfOrg } from './orgOfRun.ts';
import { ForeignStore, openStore, STORE_FILE, type Store } from '../store/store.ts';

/** What every step of a run works with. */
export interface RunContext {
  readonly store: Store;
  readonly folder: string;
  /** What runs of this machine share about the org. */
  readonly stateFolder: string;
  /** Of the person who runs it. */
  readonly username: string;
  readonly api: WriteApi;
  /** The org's clock, as its answers so far show it. */
  readonly orgClock: () => OrgClock;
  readonly clock: Clock;
  readonly progress: Progress;
  /** How so many users are created. */
  readonly transportFor: (rows: number) => Transport;
}

export interface OpenRun extends RunContext {
  /** The alias of the org in the sf CLI, or the username. */
  readonly orgName: string;
  /** The call of a command that goes on with this run, for a shell. */
  readonly callTo: (command: 'run' | 'resume' | 'results' | 'reset-passwords', options?: readonly string[]) => string;
  /** The call that plans the rows of a file for the same org. */
  readonly callToPlan: (file: string) => string;
  /** How many API calls this process made. */
  readonly apiCalls: () => number;
  close(): void;
}

/** What a command says of the run that it opens. */
export interface RunRequest {
  readonly folder: string;
  readonly org: Org;
  readonly apiVersion?: string | undefined;
  /** Whether nothing is shown while it works. */
  readonly isQuiet: boolean;
  /** The program that was called: npm with the name of our script, or `sf`. */
  readonly bin: string;
}

/** Opens a run folder for this process only, and the org that it belongs to. */
export async function openRun({ folder, org, apiVersion, isQuiet, bin }: RunRequest): Promise<OpenRun> {
  assertRunFolder(folder);
  const lock = lockFolder(folder);
  if (lock === null) throw usageError(`Another process is at work in ${folder}. Wait until it has ended.`);
  const store = openStoreOf(folder);
  const client = connectOrg(org, apiVersion);
  const refusal = refusalOfOrg(folder, store, { id: org.getOrgId(), url: client.url });
  if (refusal !== null) throw usageError(refusal);
  const username = org.getUsername() ?? '';
  const orgName = await nameOf(org);
  const progress = progressOf(process.stderr, isQuiet, systemClock);
  return {
    folder,
    stateFolder: stateFolderOf(org.getOrgId()),
    store,
    orgName,
    callTo: (command, options = []) =>
      toCall(bin, [command, '--run-folder', folder, ...options, '--target-org', orgName]),
    callToPlan: (file) => toCall(bin, ['plan', '--file', file, '--target-org', orgName]),
    username,
    orgClock: () => client.orgClock(),
    api: tellUnanswered(createWriteApi(client), progress),
    clock: tellWaits(systemClock, progress),
    transportFor,
    progress,
    apiCalls: () => client.calls(),
    close: () => {
      store.close();
      lock.release();
    }
  };
}

/** The alias of an org in the sf CLI, or the username. */
export async function nameOf(org: Org): Promise<string> {
  const { aliases } = await StateAggregator.getInstance();
  const username = org.getUsername() ?? '';
  return aliases.get(username) ?? username;
}

/** Throws an error that says whether the folder is missing or is another one. */
export function assertRunFolder(folder: string): void {
  if (existsSync(join(folder, STORE_FILE))) return;
  throw usageError(
    existsSync(folder)
      ? `${folder} is no run folder: it holds no plan (run.db).`
      : `There is no folder ${folder}. "plan" makes one, and says its name.`
  );
}

/** A call of one of these commands, in the way in which this one was called: by npm, or by the sf CLI. */
export function toCall(bin: string, words: readonly string[]): string {
  return `${bin.startsWith('npm') ? bin : `${bin} external-user`} ${toShell(words)}`;
}

export function usageError(message: string): SfError {
  return new SfError(message, 'UsageError', [], EXIT.usage);
}

/** An older folder is refused: with other tables, what it sent could not be seen, and would be sent again. */
function openStoreOf(folder: string): Store {
  try {
    return openStore(folder);
  } catch (error) {
    if (!(error instanceof ForeignStore)) throw error;
    throw usageError(
      `${folder} was written by another version of this command. Finish it with that version, or plan its input again: contacts that got a user are then found and left as they are.`
    );
  }
}
