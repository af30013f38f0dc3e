import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sf, SfAnswer } from 'sf-cli/sf';
import { done, scriptedSf, type Script } from '../../shared/testing/scriptedSf.ts';
import { runSelfRegistration } from '../runSelfRegistration.ts';

/** What the CLI says of an org in which nothing stands in the way of self-registration. */

export const rows = (...records: readonly object[]): SfAnswer => done({ records, totalSize: records.length });

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
/** What the org says of the site once all is done. */
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

const HAPPY: Script = [
  [/^sf org display/u, done({ username: 'ann@acme.example', instanceUrl: 'https://acme.my.salesforce.com' })],
  [/FROM NetworkSelfRegistration WHERE/u, rows(REGISTRATION)],
  [/FROM NetworkSelfRegistration/u, rows()],
  [/FROM Network /u, rows(SITE)],
  [
    /connect\/communities/u,
    done({ body: { communities: [{ id: '0DB1', siteUrl: 'https://acme.my.site.com/help' }] } })
  ],
  [/FROM Profile/u, rows(PROFILE)],
  [/FROM Account/u, rows(ACCOUNT)],
  [/retrieve start/u, done({})],
  [/deploy start/u, done({ id: '0Af1', numberComponentsDeployed: 1 })],
  [/(?:create|update|delete) record/u, done({ id: '0En1' })]
];

/** What the command did and said, with the files that it deployed. */
export interface Told {
  readonly code: number;
  readonly out: string;
  readonly error: string;
  /** What changes the org, or asks whether it could be changed. */
  readonly writes: readonly string[];
  readonly deployed: readonly string[];
  readonly pauses: readonly number[];
}

/** The command with a CLI that answers by `others` first, in an org whose site has these settings. */
export async function told(args: readonly string[], others: Script = [], settings = FILE): Promise<Told> {
  const scripted = scriptedSf([...others, ...HAPPY]);
  const deployed: string[] = [];
  const pauses: number[] = [];
  const said = { out: '', error: '' };
  const sf: Sf = async (command) => {
    const folder = command[command.indexOf('--metadata-dir') + 1];
    if (command[1] === 'deploy' && folder !== undefined) deployed.push(await readFile(fileIn(folder), 'utf8'));
    const answer = await scripted.sf(command);
    const into = command[command.indexOf('--target-metadata-dir') + 1];
    if (command[1] === 'retrieve' && answer.kind === 'done' && into !== undefined) {
      await mkdir(join(into, 'unpackaged', 'networks'), { recursive: true });
      await writeFile(fileIn(join(into, 'unpackaged')), settings);
    }
    return answer;
  };
  const code = await runSelfRegistration(args, {
    sf,
    write: (text) => (said.out += text),
    complain: (text) => (said.error += text),
    now: () => 0,
    pause: (milliseconds) => {
      pauses.push(milliseconds);
      return Promise.resolve();
    }
  });
  const writes = scripted.commands.filter((command) => /deploy start|(?:create|update|delete) record/u.test(command));
  return { code, ...said, writes, deployed, pauses };
}

function fileIn(folder: string): string {
  return join(folder, 'networks', 'Customers.network');
}
