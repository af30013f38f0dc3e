import type { ParseArgsOptionsConfig } from 'node:util';
import {
  didYouMean,
  HELP,
  parseOptions,
  refusedOption,
  type ParsedOptions,
  type RefusedOptions
} from '../shared/commandLine.ts';

/** The parts of an acceptance, in the order in which they run: seats are used up by the last one. */
export const PARTS = ['org', 'probes', 'browser', 'registration', 'bulk'] as const;
export type Part = (typeof PARTS)[number];

export interface AcceptanceOptions {
  /** Alias or username; undefined is the CLI's default Dev Hub. */
  readonly devHub: string | undefined;
  readonly alias: string;
  /** Every run makes the org, or takes that of an earlier one. */
  readonly parts: readonly Part[];
  /** Whether the org stays when everything is done. */
  readonly keep: boolean;
  /** Where the ledger goes; undefined decides by the kind of the org. */
  readonly folder: string | undefined;
  readonly json: boolean;
}

export const COMMAND = 'npm run acceptance';

const DEFAULT_ALIAS = 'external-user-acceptance';

const definitions = {
  'dev-hub': { type: 'string', short: 'v' },
  only: { type: 'string' },
  keep: { type: 'boolean', default: false },
  alias: { type: 'string', short: 'a', default: DEFAULT_ALIAS },
  folder: { type: 'string' },
  json: { type: 'boolean', default: false },
  ...HELP
} satisfies ParseArgsOptionsConfig;

export const helpText = `npm run acceptance -- [options]

Proves the whole product in a fresh scratch org, and writes down fact by fact whether Salesforce answers as we assume:
makes the org with a site, people and contacts, deploys everything, asks the org, uses the pages in a browser, turns
self-registration on and off, and makes users of 250 contacts by a run that is killed once. Then it deletes the org.
Run again after a failure, it goes on where it stopped.

  -v, --dev-hub <org>  alias or username of a Dev Hub; the default one where it is left out.
                       local: all of it on this machine, without Salesforce
      --only <parts>   only these parts, separated by commas: ${PARTS.join(', ')}
      --keep           leaves the org as it is in the end; it expires after a day
  -a, --alias <alias>  what the sf CLI calls the org (${DEFAULT_ALIAS})
      --folder <path>  where the ledger goes (acceptance/<date>; for --dev-hub local .cache/acceptance/<date>)
      --json           prints the outcome alone on stdout, for programs; npm run --silent keeps npm's own lines out
  -h, --help           shows this text

Exit code: 0 when everything is as assumed, 68 when the org answers differently, 1 when a step or a question failed,
2 when an option is wrong.
`;

export function parseAcceptanceOptions(args: readonly string[]): ParsedOptions<AcceptanceOptions> {
  return parseOptions(COMMAND, args, definitions, ({ 'dev-hub': devHub, only, keep, alias, folder, json }) => {
    if (devHub === '') return refused('--dev-hub takes an alias or a username.');
    if (folder === '') return refused('--folder takes a path.');
    // The alias becomes the name of a file.
    if (!/^[\w.-]+$/u.test(alias)) return refused(`--alias takes letters, digits, ".", "_" and "-", not "${alias}".`);
    const names = only === undefined ? [...PARTS] : only.split(',').map((name) => name.trim());
    const unknown = names.find((name) => !PARTS.some((part) => part === name));
    if (unknown !== undefined) {
      return refused(
        `--only takes ${PARTS.join(', ')}, separated by commas, not "${unknown}".${didYouMean(unknown, PARTS)}`
      );
    }
    const parts = PARTS.filter((part) => names.includes(part));
    return { kind: 'run', options: { devHub, alias, parts, keep, folder, json } };
  });
}

function refused(message: string): RefusedOptions {
  return refusedOption(COMMAND, message);
}
