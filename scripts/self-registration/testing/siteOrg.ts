import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sf, SfAnswer } from 'sf-cli/sf';
import { known } from 'sf-cli/answer';
import { recordInterruptions } from '../../shared/testing/interruptions.ts';
import { scriptedSf, type Script } from '../../shared/testing/scriptedSf.ts';
import { runSelfRegistration } from '../runSelfRegistration.ts';

/** The CLI's answers for an org in which every step succeeds. */

export const rows = (...records: readonly object[]): SfAnswer => known({ records, totalSize: records.length });

export const SITE = {
  Id: '0DB1',
  Name: 'Customers',
  Status: 'Live',
  OptionsSendWelcomeEmail: true,
  OptionsSelfRegistrationEnabled: false,
  SelfRegProfileId: null
};
export const PROFILE = profile('00e1', 'Acme Customer', 'CspLitePortal', { TotalLicenses: 5, UsedLicenses: 2 });
export const ACCOUNT = {
  Id: '001000000000001',
  Name: 'Members',
  Owner: { Name: 'Ola Nord', IsActive: true, UserRoleId: '00E1' }
};
export const REGISTRATION = {
  Id: '0En1',
  NetworkId: '0DB1',
  AccountId: ACCOUNT.Id,
  Account: { Name: ACCOUNT.Name },
  ApexHandlerId: null,
  OptionsDisableStandardRgstrComponent: false,
  Network: { OptionsSelfRegistrationEnabled: true, SelfRegProfileId: PROFILE.Id }
};
/** The site after self-registration was turned on. */
export const ON = { ...SITE, OptionsSelfRegistrationEnabled: true, SelfRegProfileId: PROFILE.Id };

export interface ProfileRow {
  readonly Id: string;
  readonly Name: string;
  readonly UserType: string;
  readonly UserLicense: object;
}

export function profile(
  id: string,
  name: string,
  userType: string,
  seats: object,
  license = 'Customer Community'
): ProfileRow {
  return { Id: id, Name: name, UserType: userType, UserLicense: { Id: `100${id}`, Name: license, ...seats } };
}

export const FILE = file('<selfRegistration>false</selfRegistration>');
export const FILE_OF_MEMBER = file('<selfRegistration>false</selfRegistration>', '<profile>Acme Customer</profile>');
export const FILE_ON = file(
  '<selfRegistration>true</selfRegistration>\n    <selfRegProfile>Acme Customer</selfRegProfile>',
  '<profile>Acme Customer</profile>'
);

export function file(selfRegistration: string, member = '<profile>admin</profile>', page = 'Designer'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Network xmlns="http://soap.sforce.com/2006/04/metadata">
    <networkMemberGroups>
        ${member}
    </networkMemberGroups>
    <networkPageOverrides>
        <loginPageOverrideSetting>${page}</loginPageOverrideSetting>
    </networkPageOverrides>
    ${selfRegistration}
    <status>Live</status>
</Network>
`;
}

const SUCCESS: Script = [
  [/^sf org display/u, known({ username: 'ann@acme.example', instanceUrl: 'https://acme.my.salesforce.com' })],
  [/FROM NetworkSelfRegistration WHERE/u, rows(REGISTRATION)],
  [/FROM NetworkSelfRegistration/u, rows()],
  [/FROM Network /u, rows(SITE)],
  [
    /connect\/communities/u,
    known({ body: { communities: [{ id: '0DB1', siteUrl: 'https://acme.my.site.com/help' }] } })
  ],
  [/FROM Profile/u, rows(PROFILE)],
  [/FROM Account/u, rows(ACCOUNT)],
  [/retrieve start/u, known({})],
  [/deploy start/u, known({ id: '0Af1', numberComponentsDeployed: 1 })],
  [/(?:create|update|delete) record/u, known({ id: '0En1' })]
];

/** What the command did and wrote, with the files that it deployed. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly error: string;
  /** Commands that change the org, or check whether it could be changed. */
  readonly writes: readonly string[];
  readonly deployed: readonly string[];
  readonly pauses: readonly number[];
  /** What a signal would say at each command of the CLI. */
  readonly atSignals: readonly string[];
}

/** Runs the command for a site with these settings. `others` come before the answers of success. */
export async function run(args: readonly string[], others: Script = [], settings = FILE): Promise<Outcome> {
  const { whenInterrupted, said } = recordInterruptions();
  const atSignals: string[] = [];
  const scripted = scriptedSf([...others, ...SUCCESS], () => {
    atSignals.push(said());
  });
  const deployed: string[] = [];
  const pauses: number[] = [];
  const written = { out: '', error: '' };
  const sf: Sf = async (command) => {
    const folder = command[command.indexOf('--metadata-dir') + 1];
    if (command[1] === 'deploy' && folder !== undefined) deployed.push(await readFile(fileIn(folder), 'utf8'));
    const answer = await scripted.sf(command);
    const into = command[command.indexOf('--target-metadata-dir') + 1];
    if (command[1] === 'retrieve' && answer.kind === 'known' && into !== undefined) {
      await mkdir(join(into, 'unpackaged', 'networks'), { recursive: true });
      await writeFile(fileIn(join(into, 'unpackaged')), settings);
    }
    return answer;
  };
  const code = await runSelfRegistration(args, {
    sf,
    write: (text) => (written.out += text),
    writeError: (text) => (written.error += text),
    now: () => 0,
    whenInterrupted,
    pause: (milliseconds) => {
      pauses.push(milliseconds);
      return Promise.resolve();
    }
  });
  const writes = scripted.commands.filter((command) => /deploy start|(?:create|update|delete) record/u.test(command));
  return { code, ...written, writes, deployed, pauses, atSignals };
}

function fileIn(folder: string): string {
  return join(folder, 'networks', 'Customers.network');
}
