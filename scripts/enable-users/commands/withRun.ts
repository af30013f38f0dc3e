import { parseArgs } from 'node:util';
import type { Config } from '@oclif/core';
import type { Org } from '@salesforce/core';
import { whenInterrupted } from '../../shared/interruption.ts';
import { toFileProblem } from './fileErrors.ts';
import { assertRunFolder, openRun, toCall, type OpenRun } from '../run/openRun.ts';
import { suppressedSites } from '../run/welcomeEmail.ts';

/** The parts of a command that its calls depend on. */
interface Caller {
  readonly config: Config;
  readonly argv: readonly string[];
  jsonEnabled(): boolean;
}

interface RunFlags {
  readonly 'run-folder': string;
  readonly 'target-org': Org;
  readonly 'api-version'?: string | undefined;
}

/** Opens a run, works with it and closes it. `howToGoOn` is told at a signal, and after a file that can't be read or written. */
export async function withRun<Result>(
  caller: Caller,
  flags: RunFlags,
  howToGoOn: (run: OpenRun) => string,
  work: (run: OpenRun) => Promise<Result>
): Promise<Result> {
  const run = await openRun({
    folder: flags['run-folder'],
    org: flags['target-org'],
    apiVersion: flags['api-version'],
    isQuiet: caller.jsonEnabled(),
    bin: caller.config.bin
  }).catch((error: unknown) => {
    throw toFileProblem(error, []);
  });
  const release = whenInterrupted(() => `Interrupted. ${howToGoOn(run)}`);
  try {
    return await work(run);
  } catch (error) {
    throw toFileProblem(error, [howToGoOn(run)]);
  } finally {
    release();
    run.close();
  }
}

/** How to go on with a run that has sent users. */
export function resumeRun({ store, callTo }: OpenRun): string {
  const mail =
    (suppressedSites(store) ?? []).length > 0 ? ' Until it goes on, the sites of the org send no welcome mail.' : '';
  return `What the org has made stays, and nothing is sent twice.${mail} Go on: ${callTo('resume')}`;
}

/**
 * Refuses a run folder that isn't there before the org is asked for, so that a mistyped name is told without a log-in. A
 * command that gets its rows elsewhere makes the folder.
 */
export function assertNamedFolder({ argv }: Pick<Caller, 'argv'>): void {
  const value = { type: 'string' } as const;
  const options = {
    'run-folder': value,
    file: { ...value, short: 'f' },
    query: { ...value, short: 'q' },
    'list-view': { ...value, short: 'l' }
  };
  const { values } = parseArgs({ args: [...argv], options, strict: false });
  const folder = values['run-folder'];
  const hasRows = [values.file, values.query, values['list-view']].some((source) => source !== undefined);
  if (typeof folder === 'string' && !hasRows) assertRunFolder(folder);
}

/** Says at a signal that a command which plans, or begins, has sent nothing, until the answered function is called. */
export function nothingSent({ config, argv }: Caller, command: string): () => void {
  return whenInterrupted(
    () => `Interrupted. Nothing was sent to the org. Start it again: ${toCall(config.bin, [command, ...argv])}`
  );
}
