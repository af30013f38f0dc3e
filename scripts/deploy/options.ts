import type { ParseArgsOptionsConfig } from 'node:util';
import { readOptions } from '../shared/commandLine.ts';

export interface DeployCommandOptions {
  /** Alias or username; undefined is the default target org. */
  readonly targetOrg: string | undefined;
  /** Whether the flows that make users by themselves go along. */
  readonly automation: boolean;
  readonly json: boolean;
}

export type ParsedOptions =
  | { readonly kind: 'deploy'; readonly options: DeployCommandOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly message: string };

const definitions = {
  'target-org': { type: 'string', short: 'o' },
  automation: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false }
} satisfies ParseArgsOptionsConfig;

export const helpText = `npm run deploy -- [options]

Builds the product, deploys it with the sf CLI, assigns its permission set to you, and says how the action gets onto
the contact page. Page layouts and Lightning pages are left as they are.

  -o, --target-org <org>  alias or username that the sf CLI knows; the default org where it is left out
      --automation        deploys the flows too that make users of approved contacts (docs/decisions/flow-automation.md);
                          the org needs Digital Experiences, and they do nothing before their settings say so
      --json              prints the outcome alone on stdout, for programs; npm run --silent keeps npm's own lines out
  -h, --help              shows this text

Exit code: 0 when it is deployed, 1 when a step failed, 2 when an option is wrong.
`;

/** Reads what follows `npm run deploy --`. What is wrong comes back as a message that says what to do. */
export function parseOptions(args: readonly string[]): ParsedOptions {
  const values = readOptions(args, definitions);
  if (values instanceof Error) return refused(values.message);
  if (values.help) return { kind: 'help' };
  return values['target-org'] === ''
    ? refused('--target-org takes an alias or a username.')
    : {
        kind: 'deploy',
        options: { targetOrg: values['target-org'], automation: values.automation, json: values.json }
      };
}

function refused(message: string): ParsedOptions {
  return { kind: 'refused', message: `${message}\nnpm run deploy -- --help lists the options.` };
}
