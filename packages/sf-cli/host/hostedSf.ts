import { resolve } from 'node:path';
import { runCommand } from '../command.ts';
import { createHost } from './host.ts';

/**
 * Commands after which the CLI would act otherwise than in a new process. `@salesforce/core` sends each user with the length of
 * the first one, so that the server waits or the request fails. `@salesforce/source-tracking` keeps the tracking of one
 * scratch org for each project folder, also when that org is deleted.
 */
const LAST: readonly (readonly string[])[] = [
  ['org', 'create', 'user'],
  ['org', 'create', 'scratch']
];

/**
 * Answers a function that runs the sf CLI as `runCommand` does, in a process that has loaded it before: a call then takes a
 * tenth of the processor time. One call runs after the other. Two Dev Hubs of one process need a host each.
 */
export function createHostedSf(): typeof runCommand {
  // It has the options of the CLI's bin/run.js.
  const runInHost = createHost(resolve(import.meta.dirname, 'sfHost.ts'), ['--no-deprecation'], (args) =>
    LAST.some((words) => words.every((word, index) => args[index] === word))
  );
  return async (command, args, environment, minutes, folder) => {
    if (command !== 'sf') return runCommand(command, args, environment, minutes, folder);
    const { exitCode, output, stdout } = await runInHost(args, environment, minutes, folder);
    return { exitCode, output, stdout };
  };
}

/** The host of this process, which the tests of all its files share. */
export const runHostedSf = createHostedSf();
