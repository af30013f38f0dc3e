import type { ParseArgsOptionsConfig } from 'node:util';
import { HELP, parseOptions, refusedOption, type ParsedOptions } from '../shared/commandLine.ts';

export interface DeployOptions {
  /** Alias or username; undefined is the CLI's default org. */
  readonly targetOrg: string | undefined;
  /** Whether to deploy the flows that make users by themselves. */
  readonly automation: boolean;
  /** Whether to activate the flows that the org left inactive. */
  readonly activateFlows: boolean;
  /** The layout or Lightning page that gets the action; undefined leaves all of them as they are. */
  readonly place: string | undefined;
  /** Whether to ask before a page is changed or a flow is activated. */
  readonly prompt: boolean;
  readonly json: boolean;
}

export const COMMAND = 'npm run deploy';

const definitions = {
  'target-org': { type: 'string', short: 'o' },
  automation: { type: 'boolean', default: false },
  'activate-flows': { type: 'boolean', default: false },
  place: { type: 'string' },
  'no-prompt': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  ...HELP
} satisfies ParseArgsOptionsConfig;

export const helpText = `npm run deploy -- [options]

Builds the product, deploys it with the sf CLI, assigns its permission set to you, and says how the action gets onto
the contact page. Where the org has partner accounts, the permission set for making them is deployed too. Page layouts
and Lightning pages are left as they are, unless --place names one.

  -o, --target-org <org>  alias or username that the sf CLI knows; the default org where it is left out
      --automation        deploys the flows too that make users of approved contacts (docs/decisions/flow-automation.md);
                          the org needs Digital Experiences, and they do nothing before their settings say so
      --activate-flows    activates the deployed flows where the org leaves them inactive, as production orgs do; asks first
      --place <page>      puts the action first on this page layout or Lightning record page, such as "Contact Layout";
                          shows the actions in their new order, and asks first
      --no-prompt         with --place and --activate-flows: doesn't ask
      --json              prints the outcome alone on stdout, for programs; npm run --silent keeps npm's own lines out
  -h, --help              shows this text

Exit code: 0 when it is deployed, 1 when a step failed, 2 when an option is wrong.
`;

export function parseDeployOptions(args: readonly string[]): ParsedOptions<DeployOptions> {
  return parseOptions(COMMAND, args, definitions, (values): ParsedOptions<DeployOptions> => {
    const { 'target-org': targetOrg, automation, place, 'no-prompt': noPrompt, json } = values;
    const activateFlows = values['activate-flows'];
    if (targetOrg === '') return refusedOption(COMMAND, '--target-org takes an alias or a username.');
    if (place === '') return refusedOption(COMMAND, '--place takes the name of a page layout or a Lightning page.');
    if (noPrompt && place === undefined && !activateFlows) {
      return refusedOption(COMMAND, '--no-prompt goes with --place and --activate-flows: nothing else asks.');
    }
    return { kind: 'run', options: { targetOrg, automation, activateFlows, place, prompt: !noPrompt, json } };
  });
}
