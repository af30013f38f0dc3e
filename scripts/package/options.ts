import type { ParseArgsOptionsConfig } from 'node:util';
import { ON_THIS_MACHINE } from '../scratch-org/main.ts';
import { HELP, parseOptions, refusedOption, type ParsedOptions, type RefusedOptions } from '../shared/commandLine.ts';

export interface PackageOptions {
  /** Alias or username; undefined is the CLI's default Dev Hub. */
  readonly devHub: string | undefined;
  /** Where the versions are installed: an org, or a scratch org of the Dev Hub, or nowhere. */
  readonly install: { readonly kind: 'org'; readonly org: string } | { readonly kind: 'scratchOrg' | 'nowhere' };
  /** Empty for versions that anybody can install. */
  readonly installationKey: string;
  readonly writeAliases: boolean;
  readonly json: boolean;
}

const COMMAND = 'npm run package';

const definitions = {
  'dev-hub': { type: 'string', short: 'v' },
  'target-org': { type: 'string', short: 'o' },
  'no-install': { type: 'boolean', default: false },
  'installation-key': { type: 'string', short: 'k', default: '' },
  'write-aliases': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  ...HELP
} satisfies ParseArgsOptionsConfig;

export const helpText = `npm run package -- [options]

Makes a version of each unlocked package of sfdx-project.json in a Dev Hub, installs them in another org, in the order
in which one needs the other, and prints their installation links. In a new scratch org it also makes a site and a contact, and
clicks Enable External User in a browser. Run again after a failure, it goes on where it stopped.

  -v, --dev-hub <org>          alias or username of a Dev Hub; the default one where it is left out.
                               ${ON_THIS_MACHINE}: all of it on this machine, without Salesforce; it ends with the command
  -o, --target-org <org>       alias or username of the org that gets the packages; a new scratch org where it is left out
      --no-install             makes the versions only
  -k, --installation-key <key> who installs the versions needs this key; without it anybody who has the link can
      --write-aliases          writes the ids of packages and versions into sfdx-project.json, for you to commit
      --json                   prints the outcome alone on stdout, for programs; npm run --silent keeps npm's own lines out
  -h, --help                   shows this text

Exit code: 0 when everything is done, 1 when a step failed, 2 when an option is wrong.
`;

export function parsePackageOptions(args: readonly string[]): ParsedOptions<PackageOptions> {
  return parseOptions(COMMAND, args, definitions, (values) => {
    const devHub = values['dev-hub'];
    const org = values['target-org'];
    const writeAliases = values['write-aliases'];
    if (devHub === '') return refused('--dev-hub takes an alias or a username.');
    if (org === '') return refused('--target-org takes an alias or a username.');
    if (org !== undefined && values['no-install']) return refused('--target-org and --no-install exclude each other.');
    if (devHub === ON_THIS_MACHINE && org !== undefined) {
      return refused(`--dev-hub ${ON_THIS_MACHINE} installs in a scratch org of its own: leave --target-org out.`);
    }
    if (devHub === ON_THIS_MACHINE && writeAliases) {
      return refused(`--dev-hub ${ON_THIS_MACHINE} makes ids that end with the command: leave --write-aliases out.`);
    }
    return {
      kind: 'run',
      options: {
        devHub,
        install: org !== undefined ? { kind: 'org', org } : { kind: values['no-install'] ? 'nowhere' : 'scratchOrg' },
        installationKey: values['installation-key'],
        writeAliases,
        json: values.json
      }
    };
  });
}

function refused(message: string): RefusedOptions {
  return refusedOption(COMMAND, message);
}
