import { resolve } from 'node:path';
import { runCommand, type CapturedResult } from '../command.ts';
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

/** The host of this process, which the tests of all its files share. It has the options of the CLI's bin/run.js. */
const runInHost = createHost(resolve(import.meta.dirname, 'sfHost.ts'), ['--no-deprecation'], (args) =>
  LAST.some((words) => words.every((word, index) => args[index] === word))
);

/**
 * Runs the sf CLI as `runCommand` does, in a process that has loaded it before: a call then takes a tenth of the processor
 * time. One call runs after the other.
 */
export async function runHostedSf(
  ...[command, args, environment, minutes, folder]: Parameters<typeof runCommand>
): Promise<CapturedResult> {
  if (command !== 'sf') return runCommand(command, args, environment, minutes, folder);
  const { exitCode, output, stdout } = await runInHost(args, environment, minutes, folder);
  return { exitCode, output, stdout };
}
