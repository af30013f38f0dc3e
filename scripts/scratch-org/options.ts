import type { ParseArgsOptionsConfig } from 'node:util';
import { HELP, parseOptions, refusedOption, type ParsedOptions, type RefusedOptions } from '../shared/commandLine.ts';

export interface ScratchOrgOptions {
  /** Alias or username; undefined is the CLI's default Dev Hub. */
  readonly devHub: string | undefined;
  readonly alias: string;
  readonly durationDays: number;
  readonly open: boolean;
  readonly json: boolean;
}

/** The word for a Dev Hub that the command starts on this machine. It is no alias of the sf CLI. */
export const ON_THIS_MACHINE = 'local';
const DEFAULT_ALIAS = 'external-user-demo';
const DEFAULT_DAYS = 7;
/** Source: Salesforce CLI, `org create scratch`. */
const MOST_DAYS = 30;

const COMMAND = 'npm run scratch-org';

const definitions = {
  'dev-hub': { type: 'string', short: 'v' },
  alias: { type: 'string', short: 'a', default: DEFAULT_ALIAS },
  'duration-days': { type: 'string', short: 'y', default: String(DEFAULT_DAYS) },
  'no-open': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  ...HELP
} satisfies ParseArgsOptionsConfig;

export const helpText = `npm run scratch-org -- [options]

Makes a scratch org in which Enable External User can be clicked: with a site, people, accounts and contacts.
Run again after a failure, it goes on where it stopped.

  -v, --dev-hub <org>        alias or username of a Dev Hub; the default one where it is left out.
                             ${ON_THIS_MACHINE}: all of it on this machine, without Salesforce;
                             the org is there until Ctrl-C, with --json until the command ends
  -a, --alias <alias>        what the sf CLI calls the new org (${DEFAULT_ALIAS})
  -y, --duration-days <n>    1 to ${String(MOST_DAYS)} days (${String(DEFAULT_DAYS)})
      --no-open              does not open the browser
      --json                 prints the outcome alone on stdout, for programs; npm run --silent keeps npm's own lines out
  -h, --help                 shows this text

Exit code: 0 when the org is ready, 1 when a step failed, 2 when an option is wrong.
`;

export function parseScratchOrgOptions(args: readonly string[]): ParsedOptions<ScratchOrgOptions> {
  return parseOptions(COMMAND, args, definitions, (values) => {
    const { alias, json } = values;
    const durationDays = /^\d{1,2}$/u.test(values['duration-days']) ? Number(values['duration-days']) : 0;
    if (durationDays < 1 || durationDays > MOST_DAYS) {
      return refused(`--duration-days takes 1 to ${String(MOST_DAYS)}, not "${values['duration-days']}".`);
    }
    if (values['dev-hub'] === '') return refused('--dev-hub takes an alias or a username.');
    // The alias becomes the name of a file.
    if (!/^[\w.-]+$/u.test(alias)) return refused(`--alias takes letters, digits, ".", "_" and "-", not "${alias}".`);
    return {
      kind: 'run',
      options: { devHub: values['dev-hub'], alias, durationDays, open: !values['no-open'] && !json, json }
    };
  });
}

function refused(message: string): RefusedOptions {
  return refusedOption(COMMAND, message);
}
