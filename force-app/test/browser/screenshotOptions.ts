import type { ParseArgsOptionsConfig } from 'node:util';
import { HELP, parseOptions, refusedOption, type ParsedOptions } from '../../../scripts/shared/commandLine.ts';

/** What pictures can be taken of. */
export interface Subjects {
  /** Scenarios that the README shows. */
  readonly scenarios: readonly string[];
  /** Walks through the states of a screen. */
  readonly walks: readonly string[];
}

export interface ScreenshotOptions {
  /** Scenarios, or walks where `states` is given. */
  readonly names: readonly string[];
  /** The folder for pictures of states; undefined takes the README's pictures. */
  readonly states: string | undefined;
}

const COMMAND = 'npm run screenshots';

const definitions = { only: { type: 'string' }, states: { type: 'string' }, ...HELP } satisfies ParseArgsOptionsConfig;

/** The help names each subject, so that none is forgotten here. */
export function helpText({ scenarios, walks }: Subjects): string {
  return `${COMMAND} -- [options]

Takes the README's pictures of the running playground into docs/images.

      --only <name,…>    some of the scenarios: ${scenarios.join(', ')};
                         with --states some of the walks: ${walks.join(', ')}
      --states <folder>  takes pictures of each state of each screen into this folder instead
  -h, --help             shows this text

Exit code: 0 when the pictures are taken, 1 when one can't be, 2 when an option is wrong.
`;
}

/** The pictures that the command line asks for: all of them, or those that --only names. */
export function parseScreenshotOptions(
  args: readonly string[],
  { scenarios, walks }: Subjects
): ParsedOptions<ScreenshotOptions> {
  return parseOptions(COMMAND, args, definitions, ({ only, states }): ParsedOptions<ScreenshotOptions> => {
    if (states === '') return refusedOption(COMMAND, '--states takes a folder.');
    const subjects = states === undefined ? scenarios : walks;
    const names = only?.split(',') ?? subjects;
    const unknown = names.filter((name) => !subjects.includes(name));
    return unknown.length === 0
      ? { kind: 'run', options: { names, states } }
      : refusedOption(COMMAND, `There is no "${unknown.join(', ')}": choose from ${subjects.join(', ')}.`);
  });
}
