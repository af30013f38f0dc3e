import type { Answer, Refusal } from './answer.ts';
import { runCommand, type CapturedResult } from './command.ts';
import { isJson, listAt, textAt, valueAt, parsedJson } from './json.ts';
import { toShell } from './shell.ts';

/** Runs one command of the sf CLI, such as `['org', 'display', '--target-org', 'demo']`; answers with its result. */
export type Sf = (command: readonly string[], minutes?: number) => Promise<SfAnswer>;

export type SfAnswer = Answer<unknown, SfRefusal>;

/** `code` is the error's name, such as `NamedOrgNotFoundError`; it is empty for a failed command that has a result. */
export interface SfRefusal extends Refusal {
  /** The command line, for a shell. */
  readonly command: string;
  /** null when the command was ended before it was done. */
  readonly exitCode: number | null;
  /** What the CLI advises. */
  readonly actions: readonly string[];
  /** What the failed command found out. */
  readonly result: unknown;
}

/**
 * The sf CLI that this repository pins. It uses the orgs that `sf org login` left in the home folder, and works on the
 * project in `folder`, by default this one. A test may bring another way to `run` it.
 */
export function createSf(
  environment: Readonly<Record<string, string>> = {},
  folder?: string,
  run: typeof runCommand = runCommand
): Sf {
  return async (command, minutes) =>
    readAnswer(command, await run('sf', [...command, '--json'], environment, minutes, folder));
}

/** Reads what a command printed with `--json`. */
export function readAnswer(command: readonly string[], { exitCode, stdout, output }: CapturedResult): SfAnswer {
  const printed = parsedJson(stdout);
  const result = valueAt(printed, 'result');
  if (exitCode === 0 && isJson(printed)) return { kind: 'known', value: result };
  const ended = exitCode === null ? 'The command was ended before it was done.' : output.trim();
  return {
    kind: 'refused',
    command: toCommandLine(command),
    exitCode,
    code: textAt(printed, 'name'),
    message: plain(textAt(printed, 'message')) || (isJson(printed) ? '' : ended),
    actions: listAt(printed, 'actions').filter((action) => typeof action === 'string'),
    result
  };
}

/** A command line for a shell. */
export function toCommandLine(command: readonly string[]): string {
  return toShell(['sf', ...command]);
}

/** Errors of flags come with a heading and a hint at the help. */
function plain(message: string): string {
  return message
    .replace(/^Parsing --\S+\s+/u, '')
    .replace(/(?<!\s)\s*See more help with --help\s*$/u, '')
    .trim();
}
