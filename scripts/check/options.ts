import type { ParseArgsOptionsConfig } from 'node:util';
import { HELP, parseOptions, refusedOption, type ParsedOptions } from '../shared/commandLine.ts';
import type { Step } from './step.ts';

const COMMAND = 'npm test';

const definitions = { only: { type: 'string' }, ...HELP } satisfies ParseArgsOptionsConfig;

/** Names the steps as they are, so that none is forgotten here. */
export function helpText(usual: readonly Step[], onRequest: readonly Step[]): string {
  return `npm test -- [options]

Checks the whole project, two steps at a time, and ends in one line, "N passed, N failed". It needs no org.

      --only <step,…>  some of the steps
  -h, --help           shows this text

Steps:
${usual.map(lineOf).join('\n')}
On request only, as they take minutes:
${onRequest.map(lineOf).join('\n')}

Exit code: 0 when everything passed, 1 when something failed, 2 when an option is wrong.
`;
}

function lineOf({ id, title }: Step): string {
  return `  ${id.padEnd(13)}${title}`;
}

/** The steps that the command line asks for: all usual ones, or those that --only names. */
export function parseCheckOptions(
  args: readonly string[],
  usual: readonly Step[],
  onRequest: readonly Step[]
): ParsedOptions<readonly Step[]> {
  return parseOptions(COMMAND, args, definitions, ({ only }): ParsedOptions<readonly Step[]> => {
    if (only === undefined) return { kind: 'run', options: usual };
    const steps = [...usual, ...onRequest];
    const wanted = only.split(',');
    const unknown = wanted.filter((id) => !steps.some((step) => step.id === id));
    return unknown.length === 0
      ? { kind: 'run', options: steps.filter(({ id }) => wanted.includes(id)) }
      : refusedOption(COMMAND, `There is no step "${unknown.join(', ')}".`);
  });
}
