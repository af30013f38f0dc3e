import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sf, SfAnswer } from 'sf-cli/sf';
import { known } from 'sf-cli/answer';
import { sfRefusal, scriptedSf, type Script, type ScriptedSf } from '../../shared/testing/scriptedSf.ts';

/** The CLI's answers when every step succeeds. */

const ADMIN = 'test-1@example.com';

export const NOT_FOUND = sfRefusal({ code: 'NamedOrgNotFoundError', message: 'No authorization information found.' });
export const rows = (...records: readonly object[]): SfAnswer => known({ records, totalSize: records.length });

const MADE = known({
  username: ADMIN,
  orgId: '00DDEMO',
  scratchOrgInfo: { ExpirationDate: '2026-12-01' },
  authFields: { instanceUrl: 'https://demo.scratch.my.salesforce.com/' }
});

const IMPORTED = ['AccountNorthwind', 'ContactAmelie', 'ContactZoe', 'ContactHaruto'];

export const SUCCESS: Script = [
  [/^sf org display/u, known({ username: ADMIN, connectedStatus: 'Connected' })],
  [/^sf alias list/u, known([{ alias: 'hub', value: 'ann@acme.example' }])],
  [/^sf org create scratch/u, known({ scratchOrgInfo: { Id: '2SR1' } })],
  [/^sf org resume scratch/u, MADE],
  [/SELECT Id, UserRoleId FROM User/u, rows({ Id: '005A', UserRoleId: null })],
  [/create record --sobject UserRole/u, known({ id: '00ER' })],
  [/update record --sobject User/u, known({ id: '005A' })],
  [/deploy start --source-dir/u, known({ id: '0AfD', numberComponentsDeployed: 284 })],
  [/FROM Network/u, [rows(), rows(), rows({ Id: '0DBS' })]],
  [/connect\/communities --method POST/u, known({ body: { jobId: '08PJ' } })],
  [/FROM BackgroundOperation/u, rows({ Status: 'Running' })],
  [/retrieve start/u, known({})],
  [/deploy start --metadata-dir/u, known({ id: '0AfN', numberComponentsDeployed: 1 })],
  [/0DBS\/publish/u, known({ body: { url: 'https://demo.scratch.my.site.com/demo' } })],
  [
    /connect\/communities --method GET/u,
    known({ body: { communities: [{ id: '0DBS', loginUrl: 'https://demo.scratch.my.site.com/demo/login' }] } })
  ],
  [/FROM Profile/u, rows({ Id: '00eS', Name: 'Standard User' }, { Id: '00eC', Name: 'Demo Customer' })],
  [/FROM User WHERE Username IN/u, rows({ Id: '005A', Username: ADMIN, Email: 'ann@acme.example' })],
  [/^sf org create user /u, known({ fields: { id: '005S' } })],
  [/create record --sobject User /u, [known({ id: '005Z' }), known({ id: '005H' })]],
  [/assign permset/u, known({})],
  [/FROM Contacts/u, rows()],
  [/import tree/u, known(IMPORTED.map((refId) => ({ refId, type: 'Any', id: `id-${refId}` })))],
  [/OR ContactId IN/u, rows({ Username: ADMIN, TimeZoneSidKey: 'Asia/Tokyo' })],
  [/^sf org open/u, known({})]
];

/** The CLI of a demo. `others` come before the answers of success; a retrieve writes the site's settings into its folder. */
export function demoSf(others: Script = [], onCommand: () => void = () => undefined): ScriptedSf {
  const scripted = scriptedSf([...others, ...SUCCESS], onCommand);
  const sf: Sf = async (command) => {
    const answer = await scripted.sf(command);
    const folder = command[command.indexOf('--target-metadata-dir') + 1];
    if (command[1] === 'retrieve' && answer.kind === 'known' && folder !== undefined) await writeSettings(folder);
    return answer;
  };
  return { sf, commands: scripted.commands };
}

async function writeSettings(folder: string): Promise<void> {
  const networks = join(folder, 'unpackaged', 'networks');
  await mkdir(networks, { recursive: true });
  await writeFile(join(networks, 'Demo.network'), '<Network><status>UnderConstruction</status></Network>');
}
