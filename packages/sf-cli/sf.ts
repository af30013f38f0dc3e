import { runCommand, type CapturedResult } from './command.ts';
import { isJson, listAt, textAt, valueAt, parsedJson } from './json.ts';

/** Runs one command of the sf CLI, such as `['org', 'display', '--target-org', 'demo']`, and reads what it answers. */
export type Sf = (command: readonly string[], minutes?: number) => Promise<SfAnswer>;

export type SfAnswer = { readonly kind: 'done'; readonly result: unknown } | SfRefusal;

/** The CLI's own words on what went wrong. */
export interface SfRefusal {
  readonly kind: 'refused';
  /** The command, to be run by hand. */
  readonly command: string;
  /** null when the command was ended before it was done. */
  readonly exitCode: number | null;
  /** The error's name, as `NamedOrgNotFoundError`; empty where a command failed with a result. */
  readonly name: string;
  readonly message: string;
  readonly actions: readonly string[];
  readonly result: unknown;
}

/**
 * The sf CLI that this repository pins. It signs in with what `sf org login` left in the home folder, and works on the
 * project in `folder`, which is this one where none is named.
 */
export function createSf(environment: Readonly<Record<string, string>> = {}, folder?: string): Sf {
  return async (command, minutes) =>
    readAnswer(command, await runCommand('sf', [...command, '--json'], environment, minutes, folder));
}

/** What a command printed with `--json`. */
export function readAnswer(command: readonly string[], { exitCode, stdout, output }: CapturedResult): SfAnswer {
  const said = parsedJson(stdout);
  const result = valueAt(said, 'result');
  if (exitCode === 0 && isJson(said)) return { kind: 'done', result };
  const ended = exitCode === null ? 'The command was ended before it was done.' : output.trim();
  return {
    kind: 'refused',
    command: asTyped(command),
    exitCode,
    name: textAt(said, 'name'),
    message: plain(textAt(said, 'message')) || (isJson(said) ? '' : ended),
    actions: listAt(said, 'actions').filter((action) => typeof action === 'string'),
    result
  };
}

/** A command line for a shell. */
export function asTyped(command: readonly string[]): string {
  const words = command.map((word) => (/^[\w@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`));
  return ['sf', ...words].join(' ');
}

/** Errors of flags come with a heading and a hint at the help. */
function plain(message: string): string {
  return message
    .replace(/^Parsing --\S+\s+/u, '')
    .replace(/\s*See more help with --help\s*$/u, '')
    .trim();
}
