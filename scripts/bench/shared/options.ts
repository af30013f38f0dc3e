import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** What a benchmark's npm script is called, and the one number that it takes: how often it does what it measures. */
export interface Command {
  /** `bench:action` */
  readonly script: string;
  /** The number's name: `runs` makes it `--runs`, `-n` in short. */
  readonly count: string;
  readonly least: number;
  readonly usual: number;
}

export interface BenchOptions {
  readonly count: number;
  readonly json: boolean;
}

export type ParsedOptions =
  | { readonly kind: 'measure'; readonly options: BenchOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly message: string };

const MOST = 99;

/** Reads what follows `npm run <script> --`. What is wrong comes back as a message that says what to do. */
export function parseOptions(command: Command, args: readonly string[]): ParsedOptions {
  const { script, count: name, least, usual } = command;
  const values = parse(args, {
    [name]: { type: 'string', short: 'n', default: String(usual) },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false }
  });
  if (values instanceof Error) {
    return { kind: 'refused', message: `${values.message}\nnpm run ${script} -- --help lists the options.` };
  }
  if (values['help'] === true) {
    return { kind: 'help' };
  }
  const text = String(values[name]);
  const count = /^\d{1,2}$/u.test(text) ? Number(text) : 0;
  return count < least
    ? { kind: 'refused', message: `--${name} takes a whole number from ${least} to ${MOST}, not "${text}".` }
    : { kind: 'measure', options: { count, json: values['json'] === true } };
}

/** The help's last part, the same for every benchmark. */
export const commonHelp = `      --json       prints {"figures":[{"figure","value","unit","target","met"}]} alone on stdout, for programs; npm run --silent
                   keeps npm's own lines out
  -h, --help       shows this text

Exit code: 0 when everything was measured, whether or not targets are met; 1 when something could not be measured;
2 when an option is wrong.
`;

type Values = ReturnType<typeof parseArgs>['values'];

function parse(args: readonly string[], options: ParseArgsOptionsConfig): Values | Error {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
