import type { ParseArgsOptionsConfig } from 'node:util';
import { HELP, parseOptions, refusedOption, type ParsedOptions, type RefusedOptions } from '../shared/commandLine.ts';

export interface DoctorOptions {
  /** Alias or username; undefined is the CLI's default org. */
  readonly targetOrg: string | undefined;
  readonly json: boolean;
  /** Whether to create a test user. */
  readonly probe: boolean;
  /** Whether to ask before the probe. */
  readonly prompt: boolean;
}

const COMMAND = 'npm run doctor';

const definitions = {
  'target-org': { type: 'string', short: 'o' },
  json: { type: 'boolean', default: false },
  probe: { type: 'boolean', default: false },
  'no-prompt': { type: 'boolean', default: false },
  ...HELP
} satisfies ParseArgsOptionsConfig;

export const helpText = `npm run doctor -- [options]

Says whether an org is ready for external users, and whether it behaves as docs/platform-facts.md assumes.
It reads only, unless --probe is given.

  -o, --target-org <org>  alias or username that the sf CLI knows; the default org where it is left out
      --probe             creates a test contact and a test user in the org, deactivates the user and deletes what can
                          be deleted; asks first
      --no-prompt         with --probe: doesn't ask
      --json              prints {"result","org","counts","findings"} alone on stdout, for programs; npm run --silent
                          keeps npm's own lines out
  -h, --help              shows this text

Exit code: 0 when nothing is blocked, 1 when something is, 2 when an option is wrong or the org can't be reached.
`;

export function parseDoctorOptions(args: readonly string[]): ParsedOptions<DoctorOptions> {
  return parseOptions(COMMAND, args, definitions, (values) => {
    const { 'target-org': targetOrg, 'no-prompt': noPrompt, json, probe } = values;
    if (targetOrg === '') return refused('--target-org takes an alias or a username.');
    if (noPrompt && !probe) return refused('--no-prompt goes with --probe: nothing else asks.');
    return { kind: 'run', options: { targetOrg, json, probe, prompt: !noPrompt } };
  });
}

function refused(message: string): RefusedOptions {
  return refusedOption(COMMAND, message);
}
