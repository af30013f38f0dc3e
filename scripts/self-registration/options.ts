import type { ParseArgsOptionsConfig } from 'node:util';
import { readOptions } from '../shared/commandLine.ts';

export interface SelfRegistrationOptions {
  /** Alias or username; undefined is the default target org. */
  readonly targetOrg: string | undefined;
  readonly site: string;
  readonly wanted: Wanted;
  /** Shows what would change, and has the org check it. */
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** Whom a visitor becomes, and where; or nobody any more. */
export type Wanted =
  { readonly kind: 'off' } | { readonly kind: 'on'; readonly profile: string; readonly account: string };

export type ParsedOptions =
  | { readonly kind: 'run'; readonly options: SelfRegistrationOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly message: string };

const definitions = {
  'target-org': { type: 'string', short: 'o' },
  site: { type: 'string' },
  profile: { type: 'string' },
  account: { type: 'string' },
  off: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false }
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

/** Reads what follows `npm run self-registration --`. What is wrong comes back as a message that says what to do. */
export function parseOptions(args: readonly string[]): ParsedOptions {
  const values = readOptions(args, definitions);
  if (values instanceof Error) return refused(values.message);
  if (values.help) return { kind: 'help' };
  const { site, profile, account, off, json } = values;
  if (values['target-org'] === '') return refused('--target-org takes an alias or a username.');
  if (!site) return refused('--site takes the name of a site.');
  const common = { targetOrg: values['target-org'], site, dryRun: values['dry-run'], json };
  if (off) {
    return profile === undefined && account === undefined
      ? { kind: 'run', options: { ...common, wanted: { kind: 'off' } } }
      : refused('--off takes neither --profile nor --account: they are the site’s already.');
  }
  if (!profile) return refused('--profile takes the name of a profile.');
  if (!account) return refused('--account takes the name or the id of an account.');
  return { kind: 'run', options: { ...common, wanted: { kind: 'on', profile, account } } };
}

function refused(message: string): ParsedOptions {
  return { kind: 'refused', message: `${message}\nnpm run self-registration -- --help lists the options.` };
}
