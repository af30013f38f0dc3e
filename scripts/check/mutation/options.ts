import type { ParseArgsOptionsConfig } from 'node:util';
import { HELP, parseOptions, refusedOption, type ParsedOptions } from '../../shared/commandLine.ts';
import { ROOMS } from './rooms.ts';

export interface MutationOptions {
  readonly rooms: readonly string[];
  /** Patterns of files, with commas between them; undefined takes all files of a room. */
  readonly files: string | undefined;
}

const COMMAND = 'npm run mutation';

const definitions = {
  room: { type: 'string' },
  mutate: { type: 'string' },
  ...HELP
} satisfies ParseArgsOptionsConfig;

export const helpText = `npm run mutation -- [options]

Changes the code one expression at a time, and runs the tests that reach it (docs/mutation.md). What has not changed since
the last time is not tried again.

      --room <name>    one of the rooms: ${Object.keys(ROOMS).join(', ')}; all where it is left out
      --mutate <file>  some files of the room, with commas between them
  -h, --help           shows this text

Exit code: 0 when the tests notice nine of ten changes, 1 when they don't, 2 when an option is wrong.
`;

export function parseMutationOptions(args: readonly string[]): ParsedOptions<MutationOptions> {
  return parseOptions(COMMAND, args, definitions, ({ room, mutate }): ParsedOptions<MutationOptions> => {
    if (room !== undefined && !Object.hasOwn(ROOMS, room)) {
      return refusedOption(COMMAND, `There is no room "${room}": choose from ${Object.keys(ROOMS).join(', ')}.`);
    }
    return { kind: 'run', options: { rooms: room === undefined ? Object.keys(ROOMS) : [room], files: mutate } };
  });
}
