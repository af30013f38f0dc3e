import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { known } from 'sf-cli/answer';
import type { SfAnswer } from 'sf-cli/sf';
import { recordRun, type RecordedRun } from '../../shared/testing/recordedRun.ts';
import { scriptedSf, type Script } from '../../shared/testing/scriptedSf.ts';
import { runPackage, type PackageContext } from '../runPackage.ts';

/** The user of the scratch org. */
export const USER = 'test-1@example.com';
/** Its sfdx-project.json. */
export const PROJECT = `{
  "packageDirectories": [
    { "path": "more", "package": "More", "versionNumber": "0.1.0.NEXT", "dependencies": [{ "package": "Base" }] },
    { "path": "base", "package": "Base", "versionNumber": "0.1.0.NEXT", "definitionFile": "scratch.json" },
    { "path": "demo" }
  ],
  "packageAliases": {}
}
`;

let folder = '';

/** A file of the project that each test has anew. */
export const inProject = (...names: readonly string[]): string => join(folder, ...names);

/** Makes the project in a folder of its own, before each test. */
export async function makeProject(): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'package-'));
  for (const path of ['base', 'more', 'demo']) {
    await mkdir(inProject(path));
    await writeFile(inProject(path, 'a.xml'), path);
  }
  await writeFile(inProject('sfdx-project.json'), PROJECT);
  await writeFile(inProject('scratch.json'), '{}');
  await writeFile(inProject('.forceignore'), '');
}

export function removeProject(): Promise<void> {
  return rm(folder, { recursive: true });
}

const success = (id: string): SfAnswer =>
  known([{ Status: 'Success', SubscriberPackageVersionId: id, VersionNumber: '0.1.0.1' }]);

/** What a Dev Hub and an org answer that refuse nothing. */
export const SUCCESS: Script = [
  [/^sf package list/u, known([{ Id: '0HoBASE', Name: 'Base' }])],
  [/^sf package create --name More/u, known({ Id: '0HoMORE' })],
  [/version create --package Base/u, known({ Id: '08cBASE' })],
  [/version create --package More/u, known({ Id: '08cMORE' })],
  [/create report .*08cBASE/u, [known([{ Status: 'Queued' }]), known([{ Status: 'InProgress' }]), success('04tBASE')]],
  [/create report .*08cMORE/u, success('04tMORE')],
  [/^sf org display/u, known({ connectedStatus: 'Connected' })],
  [/^sf org create scratch/u, known({ scratchOrgInfo: { Id: '2SR1' } })],
  [/^sf org resume/u, known({ username: USER, authFields: { instanceUrl: 'https://demo.example/' } })],
  [/^sf package install report/u, known({ Status: 'SUCCESS' })],
  [/^sf package install --package 04tBASE/u, known({ Id: '0HfBASE' })],
  [/^sf package install --package 04tMORE/u, known({ Id: '0HfMORE' })],
  [
    /^sf package installed list/u,
    known([{ SubscriberPackageVersionId: '04tBASE' }, { SubscriberPackageVersionId: '04tMORE' }])
  ],
  [/QuickActionDefinition/u, known({ records: [{ DeveloperName: 'Enable_External_User' }] })]
];

/** Runs the command in the project, whose CLI answers by `others` before it answers by SUCCESS. */
export async function run(
  args: readonly string[],
  others: Script = [],
  more: Partial<PackageContext> = {}
): Promise<RecordedRun> {
  const { atCommand, context, ended } = recordRun();
  const { sf, commands } = scriptedSf([...others, ...SUCCESS], atCommand);
  const code = await runPackage(args, {
    ...context,
    sfIn: () => sf,
    build: () => Promise.resolve(null),
    root: folder,
    folder: inProject('cache'),
    localHome: (parent) => Promise.resolve(join(parent, 'local-1')),
    installed: {
      prepare: () => Promise.resolve(null),
      enableContact: ({ username, url }) => Promise.resolve(`Ann is a user of ${username} at ${url}`)
    },
    ...more
  });
  return ended(code, commands);
}

/** The sfdx-project.json of the copy that the packages are made of. */
export const copied = async (): Promise<unknown> =>
  JSON.parse(await readFile(inProject('cache', 'project', 'sfdx-project.json'), 'utf8'));
