import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

export interface BenchOptions {
  /** How often each action is opened at each latency. */
  readonly runs: number;
  readonly json: boolean;
}

export type ParsedOptions =
  | { readonly kind: 'measure'; readonly options: BenchOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly message: string };

const DEFAULT_RUNS = 7;
const MOST_RUNS = 99;

const definitions = {
  runs: { type: 'string', short: 'n', default: String(DEFAULT_RUNS) },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false }
} satisfies ParseArgsOptionsConfig;

/** Reads what follows `npm run bench:action --`. What is wrong comes back as a message that says what to do. */
export function parseOptions(args: readonly string[]): ParsedOptions {
  const values = parse(args);
  if (values instanceof Error) {
    return { kind: 'refused', message: `${values.message}\nnpm run bench:action -- --help lists the options.` };
  }
  if (values.help) {
    return { kind: 'help' };
  }
  const runs = /^\d{1,2}$/u.test(values.runs) ? Number(values.runs) : 0;
  return runs === 0
    ? { kind: 'refused', message: `--runs takes a whole number from 1 to ${MOST_RUNS}, not "${values.runs}".` }
    : { kind: 'measure', options: { runs, json: values.json } };
}

export const helpText = `npm run bench:action -- [options]

Measures the quick action beside a trivial one (a panel with one getRecord and two inputs) on this machine: requests and
their depth, time to interactive at 0, 100 and 300 ms of added latency, size of the compiled bundles. The table's legend
defines each figure.

  -n, --runs <n>   how often each action is opened at each latency, ${DEFAULT_RUNS} by default; the median counts
      --json       prints {"figures":[{"figure","value","unit","target","met"}]} alone on stdout, for programs; npm run --silent
                   keeps npm's own lines out
  -h, --help       shows this text

Exit code: 0 when everything was measured, whether or not targets are met; 1 when something could not be measured;
2 when an option is wrong.
`;

type Values = ReturnType<typeof parseArgs<{ options: typeof definitions }>>['values'];

function parse(args: readonly string[]): Values | Error {
  try {
    return parseArgs({ args: [...args], options: definitions, strict: true, allowPositionals: false }).values;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
