import { textAt } from 'sf-cli/json';
import { HELP, parseOptions, type ParsedOptions } from '../../shared/commandLine.ts';

/** The npm script of a benchmark, and the one option that says how much it measures. */
export interface BenchCommand<Amount> {
  /** Such as `bench:action`. */
  readonly script: string;
  readonly amount: AmountOption<Amount>;
}

export interface AmountOption<Amount> {
  /** `runs` makes it `--runs`, and `-n` in short. */
  readonly name: string;
  readonly usual: string;
  /** Its values, for a message: `a whole number from 2 to 99`. */
  readonly takes: string;
  /** null for another value. */
  read(text: string): Amount | null;
}

export interface BenchOptions<Amount> {
  readonly amount: Amount;
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

export function parseBenchOptions<Amount>(
  { script, amount: option }: BenchCommand<Amount>,
  args: readonly string[]
): ParsedOptions<BenchOptions<Amount>> {
  const definitions = {
    [option.name]: { type: 'string', short: 'n', default: option.usual },
    json: { type: 'boolean', default: false },
    ...HELP
  } as const;
  return parseOptions(`npm run ${script}`, args, definitions, (values): ParsedOptions<BenchOptions<Amount>> => {
    const text = textAt(values, option.name);
    const amount = option.read(text);
    return amount === null
      ? { kind: 'refused', message: `--${option.name} takes ${option.takes}, not "${text}".` }
      : { kind: 'run', options: { amount, json: values.json } };
  });
}

/** The last part of the help of every benchmark. */
export const commonHelp = `      --json       prints {"figures":[{"figure","value","unit","target","met"}]} alone on stdout, for programs; npm run --silent
                   keeps npm's own lines out
  -h, --help       shows this text

Exit code: 0 when everything was measured, whether or not targets are met; 1 when something could not be measured;
2 when an option is wrong.
`;
