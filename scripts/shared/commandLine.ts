import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** The values of options, by their definitions. */
export type OptionValues<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options }>
>['values'];

/** Reads what follows `npm run … --`. An unknown option, a missing value or a word too many comes back as an Error. */
export function readOptions<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options
): OptionValues<Options> | Error {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
