import { readOptions } from '../../shared/commandLine.ts';

/** What a benchmark's npm script is called, and the one option that says how much it measures. */
export interface Command<Amount> {
  /** `bench:action` */
  readonly script: string;
  readonly amount: AmountOption<Amount>;
}

export interface AmountOption<Amount> {
  /** `runs` makes it `--runs`, `-n` in short. */
  readonly name: string;
  readonly usual: string;
  /** What the option takes, as a message says it: `a whole number from 2 to 99`. */
  readonly takes: string;
  /** null for what it doesn't take. */
  read(text: string): Amount | null;
}

export interface BenchOptions<Amount> {
  readonly amount: Amount;
  readonly json: boolean;
}

export type ParsedOptions<Amount> =
  | { readonly kind: 'measure'; readonly options: BenchOptions<Amount> }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly message: string };

const MOST = 99;

/** How often something is done. */
export function countOption(name: string, least: number, usual: number): AmountOption<number> {
  return {
    name,
    usual: String(usual),
    takes: `a whole number from ${least} to ${MOST}`,
    read: (text) => (/^\d{1,2}$/u.test(text) && Number(text) >= least ? Number(text) : null)
  };
}

/** Reads what follows `npm run <script> --`. What is wrong comes back as a message that says what to do. */
export function parseOptions<Amount>(
  { script, amount: option }: Command<Amount>,
  args: readonly string[]
): ParsedOptions<Amount> {
  const values = readOptions(args, {
    [option.name]: { type: 'string', short: 'n', default: option.usual },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false }
  });
  if (values instanceof Error) {
    return { kind: 'refused', message: `${values.message}\nnpm run ${script} -- --help lists the options.` };
  }
  if (values.help) {
    return { kind: 'help' };
  }
  const text = String(values[option.name]);
  const amount = option.read(text);
  return amount === null
    ? { kind: 'refused', message: `--${option.name} takes ${option.takes}, not "${text}".` }
    : { kind: 'measure', options: { amount, json: values.json } };
}

/** The help's last part, the same for every benchmark. */
export const commonHelp = `      --json       prints {"figures":[{"figure","value","unit","target","met"}]} alone on stdout, for programs; npm run --silent
                   keeps npm's own lines out
  -h, --help       shows this text

Exit code: 0 when everything was measured, whether or not targets are met; 1 when something could not be measured;
2 when an option is wrong.
`;
