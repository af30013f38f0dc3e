import type { ParseArgsOptionsConfig } from 'node:util';
import type { StartingOrgSummary } from 'sfdx-local-org';
import { didYouMean, HELP, parseOptions, type ParsedOptions, type RefusedOptions } from '../shared/commandLine.ts';
import { wrap } from '../shared/wrap.ts';

export interface StartOptions {
  /** 0 picks a free port; undefined takes the usual one, or the next that is free. */
  readonly port: number | undefined;
  readonly org: string;
  readonly seed: number;
  /** Whether tokens, keys and links are made with the seed, so that anybody who knows it knows them. */
  readonly isPredictable: boolean;
  readonly json: boolean;
  /** Whether to print the access tokens, and how the sf CLI logs in. */
  readonly tokens: boolean;
  readonly hasControlRoutes: boolean;
  readonly open: boolean;
  /** Whether the pages show what was deployed to the org instead of the working tree. */
  readonly deployed: boolean;
  /** Folders of other Salesforce DX projects to show too. */
  readonly projects: readonly string[];
}

const COMMAND = 'npm start';
export const DEFAULT_PORT = 4280;
/** The last one that is tried while those before it are in use. */
export const LAST_PORT = 4299;
const MOST_PORT = 65_535;
const DEFAULT_ORG = 'ready';
/** Ids of records are the same at each start. */
const DEFAULT_SEED = 1;
/** It holds nothing of the product, so that all that the pages show was deployed. */
const DEFAULT_ORG_FOR_DEPLOYS = 'bare';

const definitions = {
  port: { type: 'string', short: 'p' },
  org: { type: 'string', short: 'o' },
  seed: { type: 'string' },
  json: { type: 'boolean', default: false },
  tokens: { type: 'boolean', default: false },
  deployed: { type: 'boolean', default: false },
  'control-door': { type: 'boolean', default: false },
  'no-open': { type: 'boolean', default: false },
  project: { type: 'string', multiple: true, default: [] },
  ...HELP
} satisfies ParseArgsOptionsConfig;

export function parseStartOptions(
  args: readonly string[],
  startingOrgs: readonly string[]
): ParsedOptions<StartOptions> {
  const [word = ''] = args;
  // npm takes the option of `npm start --org no-seats`, and leaves its value.
  if (startingOrgs.includes(word)) return refused(`Did you mean ${COMMAND} -- --org ${word}?`);
  return parseOptions(COMMAND, args, definitions, (values) => {
    const port = values.port === undefined ? undefined : wholeNumber(values.port, MOST_PORT);
    if (values.port !== undefined && port === undefined) {
      return refused(`--port takes a number from 0 to 65535 (0 picks a free port), not "${values.port}".`);
    }
    const seed = values.seed === undefined ? DEFAULT_SEED : wholeNumber(values.seed, Number.MAX_SAFE_INTEGER);
    if (seed === undefined) return refused(`--seed takes a whole number, not "${values.seed ?? ''}".`);
    const org = values.org ?? (values.deployed ? DEFAULT_ORG_FOR_DEPLOYS : DEFAULT_ORG);
    if (!startingOrgs.includes(org)) {
      const meant = didYouMean(org, startingOrgs, (name) => `--org ${name}`);
      return refused(`There is no scenario "${org}".${meant} ${COMMAND} -- --help describes all of them.`);
    }
    return {
      kind: 'run',
      options: {
        port,
        seed,
        isPredictable: values.seed !== undefined,
        org,
        json: values.json,
        tokens: values.tokens,
        deployed: values.deployed,
        hasControlRoutes: values['control-door'],
        open: !values['no-open'],
        projects: values.project
      }
    };
  });
}

/** What a user of these options should know; empty for nothing. */
export function warningOf({ isPredictable }: Pick<StartOptions, 'isPredictable'>): string {
  return isPredictable
    ? 'Warning: with --seed, anybody who knows the seed knows the tokens and mail links. Without it they are random.\n'
    : '';
}

function refused(message: string): RefusedOptions {
  return { kind: 'refused', message };
}

/** The options, and each starting org with the reason why it exists. */
export function helpText(startingOrgs: readonly StartingOrgSummary[]): string {
  return `npm start -- [options]

Starts a local org, which plays the Salesforce endpoints, and a page on which the components run.

  -p, --port <n>        port to listen on; without it ${String(DEFAULT_PORT)}, or the next one that is free; 0 picks a free one
  -o, --org <name>      scenario, ${DEFAULT_ORG} by default; all of them are listed below
      --tokens          prints each person’s access token, how the sf CLI logs in, and the log-in pages of the sites
      --deployed        shows what the sf CLI deployed to the org, not the working tree; starts the scenario
                        ${DEFAULT_ORG_FOR_DEPLOYS}, where nothing is deployed, unless --org names another
      --seed <n>        makes other ids, and the same org id, usernames, tokens and mail links at each start;
                        without it the org’s id and usernames are its own, and the rest is random
      --project <dir>   shows the components and quick actions of another Salesforce DX project too; may be repeated
      --no-open         does not open the browser
      --json            prints {"url","org","people"} as the first line on stdout, for programs;
                        npm start --silent -- --json keeps npm's own lines out
      --control-door    serves /__local/…, by which tests reset the org, advance its clock and make requests fail
  -h, --help            shows this text

Scenarios:
${startingOrgs.flatMap(orgLines).join('\n')}
`;
}

const HELP_WIDTH = 110;
const NAME_WIDTH = 'permission-set-assignments'.length;

function orgLines({ name, title, why }: StartingOrgSummary): string[] {
  const indent = ' '.repeat(NAME_WIDTH + 4);
  const lines = wrap(why, HELP_WIDTH - indent.length).map((line) => indent + line);
  return [`  ${name.padEnd(NAME_WIDTH)}  ${title}`, ...lines];
}

function wholeNumber(text: string, highest: number): number | undefined {
  return /^\d+$/u.test(text) && Number(text) <= highest ? Number(text) : undefined;
}
