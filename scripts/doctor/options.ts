import type { ParseArgsOptionsConfig } from 'node:util';
import { readOptions } from '../shared/commandLine.ts';

export interface DoctorOptions {
  /** Alias or username; undefined is the default target org. */
  readonly targetOrg: string | undefined;
  readonly json: boolean;
  readonly probe: boolean;
  /** Asks before it writes. */
  readonly prompt: boolean;
}

export type ParsedOptions =
  | { readonly kind: 'examine'; readonly options: DoctorOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly message: string };

const definitions = {
  'target-org': { type: 'string', short: 'o' },
  json: { type: 'boolean', default: false },
  probe: { type: 'boolean', default: false },
  'no-prompt': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false }
} satisfies ParseArgsOptionsConfig;

/** Reads what follows `npm run doctor --`. What is wrong comes back as a message that says what to do. */
export function parseOptions(args: readonly string[]): ParsedOptions {
  const values = readOptions(args, definitions);
  if (values instanceof Error) {
    return refused(values.message);
  }
  if (values.help) {
    return { kind: 'help' };
  }
  if (values['target-org'] === '') {
    return refused('--target-org takes an alias or a username.');
  }
  if (values['no-prompt'] && !values.probe) {
    return refused('--no-prompt goes with --probe: nothing else asks.');
  }
  return {
    kind: 'examine',
    options: {
      targetOrg: values['target-org'],
      json: values.json,
      probe: values.probe,
      prompt: !values['no-prompt']
    }
  };
}

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

function refused(message: string): ParsedOptions {
  return { kind: 'refused', message: `${message}\nnpm run doctor -- --help lists the options.` };
}
