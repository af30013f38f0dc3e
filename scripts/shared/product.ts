import { mkdir } from 'node:fs/promises';
import { runCommand } from 'sf-cli/command';
import { createBuildRecord } from './buildRecord.ts';
import { cacheFolder } from './cacheFolder.js';
import { moveChangedFiles } from './changedFiles.ts';
import type { StepFailure } from './runSteps.ts';
import { removeStaleFiles } from './staleFiles.ts';
import { inTemporaryFolder } from './temporaryFolder.ts';

/** The folder of the components. */
export const BUNDLES = 'force-app/main/default/lwc';
/** On the disk of the bundles, so that a file is moved in one step. */
const CACHE = '.cache';

export const PERMISSION_SET = 'External_User_Enabler';
/** Its users may make partner accounts. Only orgs with partner accounts take it. */
export const PARTNER_PERMISSION_SET = 'External_User_Partner_Accounts';
/** Its users may approve a contact, for which the automation then makes a user. */
export const APPROVER_PERMISSION_SET = 'External_Access_Approver';
/** The name of the quick action of Contact in metadata. */
export const ACTION = 'Enable_External_User';

/** The flow of the list button. */
export const LIST_FLOW = 'Enable_External_Users';
/** The flow that starts when a contact is approved. */
export const APPROVAL_FLOW = 'Contact_External_Access';

export type Build = () => Promise<StepFailure | null>;

/**
 * Compiles the components beside their sources, after removing what an earlier build left in them. null when it succeeds.
 * Files that stay the same are not written, so that two builds, or a build and a deploy, don't disturb each other. Nothing is
 * compiled where neither the source nor what was made of it has changed.
 */
export async function buildProduct(): Promise<StepFailure | null> {
  const abandoned = await removeStaleFiles(BUNDLES);
  if (abandoned.length > 0) {
    return {
      kind: 'failed',
      message: 'bundles without a component, which an org refuses. An earlier build may have left them.',
      details: abandoned.map((bundle) => `${BUNDLES}/${bundle}`),
      todo: 'remove these folders, or add what is missing in them.'
    };
  }
  const sources = await record.readSources();
  if (await record.isCurrent(sources)) return null;
  await mkdir(CACHE, { recursive: true, mode: 0o700 });
  return inTemporaryFolder(async (folder) => {
    const options = ['--outDir', folder, '--rootDir', BUNDLES, '--pretty', 'false'];
    const { exitCode, output } = await runCommand('tsc', ['-p', 'config/tsconfig.build.json', ...options]);
    if (exitCode !== 0) return refusalOf(output);
    await moveChangedFiles(folder, BUNDLES);
    await record.save(sources);
    return null;
  }, CACHE);
}

/** What decides the compilation: the source, the settings, and the versions of the compiler and of the types. */
const record = createBuildRecord({
  folder: '.',
  sources: [
    `${BUNDLES}/**/*.ts`,
    'config/typings/**/*.d.ts',
    'config/tsconfig.build.json',
    'tsconfig.json',
    'package-lock.json'
  ],
  made: [`${BUNDLES}/**/*.js`],
  keptIn: cacheFolder('build')
});

function refusalOf(output: string): StepFailure {
  return {
    kind: 'failed',
    message: 'the compiler refuses the source.',
    details: output.trim().split('\n'),
    todo: 'correct what is named above; npm run build shows it again.'
  };
}
