import type { ParseArgsOptionsConfig } from 'node:util';
import { HELP, parseOptions, refusedOption, type ParsedOptions, type RefusedOptions } from '../shared/commandLine.ts';

export interface SelfRegistrationOptions {
  /** Alias or username; undefined is the CLI's default org. */
  readonly targetOrg: string | undefined;
  readonly site: string;
  readonly target: Target;
  /** Whether to show what would change and let the org check it, without a change. */
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** Whether visitors may register, and if so, as users of which profile and contacts of which account. */
export type Target =
  { readonly kind: 'off' } | { readonly kind: 'on'; readonly profile: string; readonly account: string };

export const COMMAND = 'npm run self-registration';

const definitions = {
  'target-org': { type: 'string', short: 'o' },
  site: { type: 'string' },
  profile: { type: 'string' },
  account: { type: 'string' },
  off: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  ...HELP
} satisfies ParseArgsOptionsConfig;

export const helpText = `npm run self-registration -- --site <name> --profile <name> --account <name> [options]
npm run self-registration -- --site <name> --off [options]

Lets visitors of an Experience Cloud site make their own user: with the profile, as a contact of the account. It changes
the site's settings (self-registration, its profile, its page, the profile as a member) and the account that new contacts
go to (NetworkSelfRegistration), and nothing else. Run again, it changes nothing.

  -o, --target-org <org>  alias or username that the sf CLI knows; the default org where it is left out
      --site <name>       the site's name, as Setup, All Sites shows it
      --profile <name>    the profile of the new users
      --account <name>    the account of the new contacts, by its name or its id
      --off               turns self-registration off and takes the account from it; the profile stays the site's
                          member, as who has registered would be locked out
      --dry-run           shows what would change, has the org check it, and changes nothing
      --json              prints the outcome alone on stdout, for programs; npm run --silent keeps npm's own lines out
  -h, --help              shows this text

Exit code: 0 when it is as asked for, 1 when a step failed or the org is not ready for it, 2 when an option is wrong.
`;

export function parseSelfRegistrationOptions(args: readonly string[]): ParsedOptions<SelfRegistrationOptions> {
  return parseOptions(COMMAND, args, definitions, (values): ParsedOptions<SelfRegistrationOptions> => {
    const { 'target-org': targetOrg, site, profile, account, off, 'dry-run': dryRun, json } = values;
    if (targetOrg === '') return refused('--target-org takes an alias or a username.');
    if (!site) return refused('--site takes the name of a site.');
    const common = { targetOrg, site, dryRun, json };
    if (off) {
      return profile === undefined && account === undefined
        ? { kind: 'run', options: { ...common, target: { kind: 'off' } } }
        : refused('--off takes neither --profile nor --account: they are the site’s already.');
    }
    if (!profile) return refused('--profile takes the name of a profile.');
    if (!account) return refused('--account takes the name or the id of an account.');
    return { kind: 'run', options: { ...common, target: { kind: 'on', profile, account } } };
  });
}

function refused(message: string): RefusedOptions {
  return refusedOption(COMMAND, message);
}
