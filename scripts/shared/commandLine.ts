import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { valueAt } from 'sf-cli/json';
import { toShell } from 'sf-cli/shell';
import { EXIT } from './exit.ts';
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
  if (values instanceof Error) return refusedOption(command, values.message);
  return valueAt(values, 'help') === true ? { kind: 'help' } : toOptions(values);
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
