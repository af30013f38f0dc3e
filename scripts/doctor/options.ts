import type { ParseArgsOptionsConfig } from 'node:util';
import { HELP, parseOptions, refusedOption, type ParsedOptions, type RefusedOptions } from '../shared/commandLine.ts';

export interface DoctorOptions {
  /** Alias or username; undefined is the CLI's default org. */
  readonly targetOrg: string | undefined;
  readonly json: boolean;
  /** Whether to create a test user. */
  readonly probe: boolean;
  /** Whether to write what is read of sites to External_User_Profile__mdt. */
  readonly writeSettings: boolean;
  /** Whether to ask before the org is changed. */
  readonly prompt: boolean;
}

const COMMAND = 'npm run doctor';

const definitions = {
  'target-org': { type: 'string', short: 'o' },
  json: { type: 'boolean', default: false },
  probe: { type: 'boolean', default: false },
  'write-settings': { type: 'boolean', default: false },
  'no-prompt': { type: 'boolean', default: false },
  ...HELP
} satisfies ParseArgsOptionsConfig;

export const helpText = `npm run doctor -- [options]

Says whether an org is ready for external users, and whether it behaves as docs/platform-facts.md assumes.
It reads only, unless --probe or --write-settings is given.

  -o, --target-org <org>  alias or username that the sf CLI knows; the default org where it is left out
      --probe             creates a test contact and a test user in the org, deactivates the user and deletes what can
                          be deleted; asks first
      --write-settings    writes license, site, log-in URL and welcome email of each profile, and the day, to the records
                          of External User Profile, so that persons who can't see sites know them; run it as an
                          administrator, and again whenever sites or members change. Shows what changes, and asks first
      --no-prompt         with --probe or --write-settings: doesn't ask
      --json              prints {"result","org","counts","findings"} alone on stdout, for programs; npm run --silent
                          keeps npm's own lines out
  -h, --help              shows this text

Exit code: 0 when nothing is blocked, 1 when something is, 2 when an option is wrong or the org can't be reached.
`;

export function parseDoctorOptions(args: readonly string[]): ParsedOptions<DoctorOptions> {
  return parseOptions(COMMAND, args, definitions, (values) => {
    const { 'target-org': targetOrg, 'no-prompt': noPrompt, 'write-settings': writeSettings, json, probe } = values;
    if (targetOrg === '') return refused('--target-org takes an alias or a username.');
    if (noPrompt && !probe && !writeSettings) {
      return refused('--no-prompt goes with --probe or --write-settings: nothing else asks.');
    }
    return { kind: 'run', options: { targetOrg, json, probe, writeSettings, prompt: !noPrompt } };
  });
}

function refused(message: string): RefusedOptions {
  return refusedOption(COMMAND, message);
}
