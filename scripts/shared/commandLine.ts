import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { textAt, valueAt } from 'sf-cli/json';
import { toShell } from 'sf-cli/shell';
import { EXIT } from './exit.ts';
import { similarName } from './similarName.ts';
import { terminalText } from './terminalText.ts';
import { whenInterrupted } from './interruption.ts';

/** What a command line asks of a command. */
export type ParsedOptions<Options> =
  { readonly kind: 'run'; readonly options: Options } | { readonly kind: 'help' } | RefusedOptions;

export interface RefusedOptions {
  readonly kind: 'refused';
  readonly message: string;
}

/** The values of options, by their definitions. */
export type OptionValues<Definitions extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Definitions }>
>['values'];

/** Every command has it. */
export const HELP = { help: { type: 'boolean', short: 'h', default: false } } as const;

/** Where a command writes, and what it says when a signal ends it. */
export interface Output {
  /** The result, on stdout. */
  readonly write: (text: string) => void;
  /** What went wrong, on stderr. */
  readonly writeError: (text: string) => void;
  readonly whenInterrupted: typeof whenInterrupted;
}

/** Nothing of an org or a file reaches the terminal as it is. */
export const processOutput: Output = {
  write: (text) => process.stdout.write(terminalText(text)),
  writeError: (text) => process.stderr.write(terminalText(text)),
  whenInterrupted
};

/** A call of a command, such as `npm run deploy`, for a shell. */
export function toCall(command: string, args: readonly string[]): string {
  return args.length === 0 ? command : `${command} -- ${toShell(args)}`;
}

/**
 * Parses what follows a command, such as `npm run doctor`, and its `--`. An unknown option, a missing value or a word too
 * many comes back as a message that says what to do, like everything that `toOptions` refuses.
 */
export function parseOptions<const Definitions extends ParseArgsOptionsConfig, Options>(
  command: string,
  args: readonly string[],
  definitions: Definitions,
  toOptions: (values: OptionValues<Definitions>) => ParsedOptions<Options>
): ParsedOptions<Options> {
  const values = valuesOf(args, definitions);
  if (values instanceof Error) return refusedOption(command, parseProblem(command, values, Object.keys(definitions)));
  return valueAt(values, 'help') === true ? { kind: 'help' } : toOptions(values);
}

/** Parses what follows a command that has no option but --help. */
export function parseNoOptions(command: string, args: readonly string[]): ParsedOptions<null> {
  return parseOptions(command, args, HELP, () => ({ kind: 'run', options: null }));
}

export function refusedOption(command: string, message: string): RefusedOptions {
  return { kind: 'refused', message: `${message}\n${command} -- --help lists the options.` };
}

/** Runs a command if its options are understood, and else writes its help or what is wrong. Answers the exit code. */
export async function runParsed<Options>(
  parsed: ParsedOptions<Options>,
  helpText: string,
  { write, writeError }: Output,
  run: (options: Options) => Promise<number>
): Promise<number> {
  switch (parsed.kind) {
    case 'help':
      write(helpText);
      return EXIT.done;
    case 'refused':
      writeError(`${parsed.message}\n`);
      return EXIT.usage;
    case 'run':
      return run(parsed.options);
  }
}

/** What is wrong with a command line. Node's own words for an unknown option and a stray word lead astray. */
function parseProblem(command: string, error: Error, options: readonly string[]): string {
  const [, named = ''] = /'([^']*)'/u.exec(error.message) ?? [];
  switch (textAt(error, 'code')) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `There is no option ${named}.${didYouMean(named.replace(/^-+/u, ''), options, (option) => `--${option}`)}`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `"${named}" belongs to no option. Options stand behind a "--", or npm takes them for its own: ${command} -- <options>.`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return valueProblem(named, error.message);
    default:
      return error.message;
  }
}

/** Node names an option as `-o, --org <value>`, and says the rest in words only. */
function valueProblem(named: string, words: string): string {
  const option = /--[\w-]+/u.exec(named)?.[0] ?? named;
  return words.includes('does not take') ? `${option} takes no value.` : `${option} takes a value.`;
}

/** ` Did you mean --port?` for a misspelt name; empty for a name that is like none. */
export function didYouMean(name: string, names: readonly string[], show = (meant: string): string => meant): string {
  const meant = similarName(name, names) ?? (name.length > 3 ? names.find((one) => one.includes(name)) : undefined);
  return meant === undefined ? '' : ` Did you mean ${show(meant)}?`;
}

function valuesOf<const Definitions extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Definitions
): OptionValues<Definitions> | Error {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
