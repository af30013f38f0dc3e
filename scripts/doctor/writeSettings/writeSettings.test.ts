import { known, refused } from 'sf-cli/answer';
import type { SfAnswer } from 'sf-cli/sf';
import { scriptedSf } from '../../shared/testing/scriptedSf.ts';
import { answeringOrg, type Answers } from '../testing/answeringOrg.ts';
import { READY_ROWS, readingOf } from '../testing/readings.ts';
import { RECORDS_QUERY } from '../../shared/settings/profileRecord.ts';
import { writeSettings } from './writeSettings.ts';

type Rows = NonNullable<Answers['rows']>;

const RECORD = {
  DeveloperName: 'Acme_Customer',
  MasterLabel: 'Acme Customer',
  Profile__c: 'Acme Customer',
  License__c: 'Customer Community',
  Kind__c: 'customer',
  Site__c: 'Acme Help',
  Login_Url__c: 'https://help.acme.example/login',
  Sends_Welcome_Email__c: true,
  Read_On__c: '2026-11-30',
  Default__c: true,
  Order__c: 1
};
const LIST = 'FROM External_User_Profile__mdt';
const DEPLOYED = known({ id: '0Af', numberComponentsDeployed: 1 });

async function write(
  rows: Rows,
  {
    said = 'y',
    deploy = DEPLOYED,
    org: more = {}
  }: { readonly said?: string | null; readonly deploy?: SfAnswer; readonly org?: Answers } = {}
) {
  const shown: string[] = [];
  const { sf, commands } = scriptedSf([[/project deploy start/u, deploy]]);
  const org = answeringOrg({
    rows: { ...rows, ...READY_ROWS, ...rows },
    connect: () => known({ communities: [{ id: '0DB1', loginUrl: 'https://help.acme.example/login' }] }),
    ...more
  });
  const { findings } = await writeSettings({
    org,
    reading: await readingOf(rows),
    sf,
    show: (text) => shown.push(text),
    ask: said === null ? null : () => Promise.resolve(said),
    now: new Date(2026, 10, 30, 9)
  });
  return { findings, commands, shown: shown.join('') };
}

describe('writing the settings of profiles', () => {
  it('shows each field that changes, asks, and deploys the records', async () => {
    const { findings, commands, shown } = await write({ [LIST]: [{ ...RECORD, Site__c: null, Read_On__c: null }] });
    expect(shown).toBe(
      'Settings of profiles:\n' +
        '  External_User_Profile.Acme_Customer\n' +
        '    Site__c: (empty) → Acme Help\n' +
        '    Read_On__c: (empty) → 2026-11-30\n'
    );
    expect(commands).toEqual([expect.stringMatching(/--metadata-dir .* --target-org ada@acme\.example/u)]);
    expect(findings).toMatchObject([{ check: 'writeSettings', status: 'pass' }]);
    expect(findings[0]?.facts).toEqual({
      changes: [
        {
          record: 'External_User_Profile.Acme_Customer',
          isNew: false,
          fields: [
            { field: 'Site__c', from: '', to: 'Acme Help' },
            { field: 'Read_On__c', from: '', to: '2026-11-30' }
          ]
        }
      ]
    });
  });

  it('changes nothing on the same day where nothing differs', async () => {
    const { findings, commands, shown } = await write({ [LIST]: [RECORD] });
    expect({ commands, shown }).toEqual({ commands: [], shown: '' });
    expect(findings[0]).toMatchObject({ status: 'pass', cause: 'Nothing to change in 1 records.' });
  });

  it.each([['n'], ['']])('changes nothing if the answer is %j', async (said) => {
    const { findings, commands } = await write({ [LIST]: [{ ...RECORD, Read_On__c: '2026-11-29' }] }, { said });
    expect(commands).toEqual([]);
    expect(findings[0]).toMatchObject({ status: 'unknown', cause: 'Nothing was changed: nobody said yes.' });
  });

  it('makes a record for each own profile where there is none, and asks nothing with --no-prompt', async () => {
    const { shown, commands } = await write({ [LIST]: [] }, { said: null });
    expect(shown).toContain('External_User_Profile.Acme_Customer (new)\n    Profile__c: (empty) → Acme Customer\n');
    expect(shown).not.toContain('Customer Community User');
    expect(commands).toHaveLength(1);
  });

  it('leaves the allow-list as it is, and names the profiles that it lacks and those that the org lacks', async () => {
    const { findings } = await write({ [LIST]: [{ ...RECORD, Profile__c: 'Gone' }] });
    expect(findings.map(({ check, status }) => [check, status])).toEqual([
      ['writeSettings', 'pass'],
      ['profilesWithoutRecord', 'unknown'],
      ['recordsWithoutProfile', 'warning']
    ]);
  });

  const site = { Id: '0DB1', Name: 'Acme Help', Status: 'Live', OptionsSendWelcomeEmail: true };
  it.each([
    [
      'takes the live one of two sites',
      [{ ...site, Id: '0DB2', Name: 'Acme Beta', Status: 'UnderConstruction' }, site],
      ['0DB2', '0DB1'],
      'Acme Help',
      'https://help.acme.example/login'
    ],
    [
      'keeps the live site that the record names',
      [{ ...site, Id: '0DB2', Name: 'A First' }, site],
      ['0DB2', '0DB1'],
      'Acme Help',
      'https://help.acme.example/login'
    ],
    [
      'empties the URL of a site that is not live',
      [{ ...site, Status: 'UnderConstruction' }],
      ['0DB1'],
      'Acme Help',
      ''
    ],
    ['empties site and URL of a profile without a site', [site], [], '', '']
  ])('%s', async (_title, sites, memberOf, name, url) => {
    const { findings } = await write({
      'FROM NetworkMemberGroup': memberOf.map((NetworkId) => ({ NetworkId, ParentId: '00e1' })),
      'FROM Network': sites,
      [LIST]: [{ ...RECORD, Login_Url__c: 'https://old.example' }]
    });
    const fields = JSON.stringify(findings[0]?.facts);
    expect(fields).toContain(`{"field":"Login_Url__c","from":"https://old.example","to":"${url}"}`);
    expect(fields.includes('"field":"Site__c"')).toBe(name !== RECORD.Site__c);
  });

  it('makes the address of the log-in page from that of the org where Connect REST API is refused', async () => {
    const { shown } = await write(
      {
        'FROM NetworkMemberGroup': [{ NetworkId: '0DB1', ParentId: '00e1' }],
        'FROM Network': [{ ...site, UrlPathPrefix: 'acmehelp' }],
        [LIST]: [RECORD]
      },
      { org: { connect: () => refused('FUNCTIONALITY_NOT_ENABLED', 'no') } }
    );
    expect(shown).toContain('→ https://acme.my.site.com/acmehelp/login');
  });

  const [permissions] = READY_ROWS['FROM UserPermissionAccess'] as readonly [object];
  it.each([
    ['the fields are not deployed', { [LIST]: 'INVALID_FIELD' }, /no External User Profile with these fields/u],
    ['the type is not deployed', { [LIST]: 'INVALID_TYPE' }, /no External User Profile/u],
    ['the records are refused', { [LIST]: 'INSUFFICIENT_ACCESS' }, /records can’t be read/u],
    ['sites are refused', { 'FROM Network ': 'INVALID_TYPE' }, /sites can’t be read/u],
    ['members are refused', { 'FROM NetworkMemberGroup': 'INVALID_TYPE' }, /members can’t be read/u],
    [
      'the person sees only own sites',
      {
        'FROM UserPermissionAccess': [
          { ...permissions, PermissionsViewAllData: false, PermissionsModifyAllData: false }
        ]
      },
      /you see only your own sites\..*Create and Set Up Experiences/u
    ],
    ['profiles are refused', { 'FROM Profile': 'INVALID_TYPE' }, /can’t see all profiles/u]
  ])('changes nothing if %s', async (_why, rows, cause) => {
    const { findings, commands } = await write({ [LIST]: [], ...rows });
    expect(commands).toEqual([]);
    expect(findings).toMatchObject([{ status: 'blocked', cause: expect.stringMatching(cause) }]);
  });

  it('says why the org refuses the records', async () => {
    const deploy: SfAnswer = {
      ...refused('', ''),
      command: 'sf project deploy start',
      exitCode: 1,
      actions: [],
      result: {
        status: 'Failed',
        files: [{ state: 'Failed', type: 'CustomMetadata', fullName: 'External_User_Profile.A', error: 'no rights' }]
      }
    };
    const { findings } = await write({ [LIST]: [] }, { deploy });
    expect(findings[0]).toMatchObject({
      status: 'blocked',
      cause: expect.stringContaining('the org refuses the records'),
      lines: [expect.stringContaining('no rights')]
    });
  });

  it('asks for every field of the type', () => {
    for (const field of Object.keys(RECORD)) expect(RECORDS_QUERY).toContain(field);
  });
});
