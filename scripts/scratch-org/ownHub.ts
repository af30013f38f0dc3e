import type { Output } from '../shared/commandLine.ts';
import { EXIT } from '../shared/exit.ts';
import { failureText, toRunFailure, type RunFailure } from '../shared/runSteps.ts';
import type { LocalHub, localHome, startLocalHub } from './localHub.ts';

/** What a command needs that may start a Dev Hub on this machine. Its tests hand in their own. */
export interface OwnHubContext extends Output {
  /** The home folder of the hub is in it. */
  readonly folder: string;
  readonly localHome: typeof localHome;
  readonly startLocalHub: typeof startLocalHub;
}

interface OwnHubOptions {
  /** Whether stdout is for a program. */
  readonly json: boolean;
  /** Seats of licenses by name, for its scratch orgs. */
  readonly seats?: Readonly<Record<string, number>>;
  /** What `json` prints where no hub can be started. */
  readonly toJson: (failure: RunFailure) => string;
}

/**
 * Starts a Dev Hub on this machine, which ends with the command and takes what was made in it along: no run can be resumed.
 * Answers the exit code of `work`, which gets the hub and its home folder.
 */
export async function runInOwnHub(
  context: OwnHubContext,
  { json, seats, toJson }: OwnHubOptions,
  work: (hub: LocalHub, folder: string) => Promise<number>
): Promise<number> {
  const folder = await context.localHome(context.folder);
  const hub = await context.startLocalHub(folder, seats === undefined ? {} : { seats });
  if (hub.kind === 'failed') {
    const failure = toRunFailure('Start a local org', hub);
    if (json) context.write(`${toJson(failure)}\n`);
    else context.writeError(`${failureText(failure)}\nThen start the same command again.\n`);
    return EXIT.failed;
  }
  try {
    if (!json) context.write(`Started a Dev Hub at ${hub.url}\n`);
    return await work(hub, folder);
  } finally {
    await hub.close();
  }
}
