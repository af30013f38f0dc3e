import { textAt } from 'sf-cli/json';
import { HELP, parseOptions, type ParsedOptions } from '../../shared/commandLine.ts';

/** The npm script of a benchmark, and the options that say how much it measures. */
export interface BenchCommand<Amounts> {
  /** Such as `bench:action`. */
  readonly script: string;
  /** `-n` is short for the first one. */
  readonly amounts: { readonly [Name in keyof Amounts]: AmountOption<Amounts[Name]> };
}

export interface AmountOption<Amount> {
  /** `runs` makes it `--runs`. */
  readonly name: string;
  readonly usual: string;
  /** Its values, for a message: `a whole number from 2 to 99`. */
  readonly takes: string;
  /** null for another value. */
  read(text: string): Amount | null;
}

export interface BenchOptions<Amounts> {
  readonly amounts: Amounts;
  readonly json: boolean;
}

const MOST_TIMES = 99;

/** The number of repetitions. */
export function countOption(name: string, least: number, usual: number): AmountOption<number> {
  return {
    name,
    usual: String(usual),
    takes: `a whole number from ${least} to ${MOST_TIMES}`,
    read: (text) => (/^\d{1,2}$/u.test(text) && Number(text) >= least ? Number(text) : null)
  };
}

/** Sizes such as `1000,10000`, each once and in ascending order. */
export function sizesOption(name: string, usual: string, most: number): AmountOption<readonly number[]> {
  return {
    name,
    usual,
    takes: `whole numbers from 1 to ${most} with commas between them`,
    read: (text) => {
      const sizes = text.split(',').map((size) => (/^[1-9]\d*$/u.test(size) ? Number(size) : NaN));
      return sizes.every((size) => size <= most) ? [...new Set(sizes)].sort((one, other) => one - other) : null;
    }
  };
}

/** A whole number, such as a rate; 0 for none. */
export function numberOption(name: string, usual: number, most: number): AmountOption<number> {
  return {
    name,
    usual: String(usual),
    takes: `a whole number from 0 to ${most}`,
    read: (text) => (/^\d{1,9}$/u.test(text) && Number(text) <= most ? Number(text) : null)
  };
}

export function parseBenchOptions<Amounts extends object>(
  { script, amounts }: BenchCommand<Amounts>,
  args: readonly string[]
): ParsedOptions<BenchOptions<Amounts>> {
  const options = Object.entries<AmountOption<unknown>>(amounts);
  const definitions = {
    ...Object.fromEntries(
      options.map(([, { name, usual }], index) => [
        name,
        { type: 'string' as const, default: usual, ...(index === 0 ? { short: 'n' } : {}) }
      ])
    ),
    json: { type: 'boolean', default: false },
    ...HELP
  } as const;
  return parseOptions(`npm run ${script}`, args, definitions, (values): ParsedOptions<BenchOptions<Amounts>> => {
    const read = options.map(([key, option]) => {
      const text = textAt(values, option.name);
      return { key, option, text, amount: option.read(text) };
    });
    const wrong = read.find(({ amount }) => amount === null);
    if (wrong !== undefined) {
      const { option, text } = wrong;
      return { kind: 'refused', message: `--${option.name} takes ${option.takes}, not "${text}".` };
    }
    // Each value was read by the option of its name.
    const found = Object.fromEntries(read.map(({ key, amount }) => [key, amount])) as Amounts;
    return { kind: 'run', options: { amounts: found, json: values.json } };
  });
}

/** The last part of the help of every benchmark, with its texts in the column of the others. */
export function commonHelp(column: number): string {
  return `${'      --json'.padEnd(column)}prints {"figures":[{"figure","value","unit","target","met"}]} alone on stdout, for programs;
${''.padEnd(column)}npm run --silent keeps npm's own lines out
${'  -h, --help'.padEnd(column)}shows this text

Exit code: 0 when everything was measured, whether or not targets are met; 1 when something could not be measured;
2 when an option is wrong.
`;
}
