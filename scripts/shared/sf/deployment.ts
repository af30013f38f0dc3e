import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { known, type Answer } from 'sf-cli/answer';
import { isJson, listAt, numberAt, textAt, type Json } from 'sf-cli/json';
import type { Sf, SfAnswer, SfRefusal } from 'sf-cli/sf';

/** The folder of the product; .forceignore keeps the tests beside it from being deployed. */
export const PRODUCT = 'force-app/main/default';
/** The flows that make users, in a package of their own, as they need Digital Experiences. */
export const AUTOMATION = 'force-app/automation/default';
/** The right to make partner accounts, in a package of its own, as an org without them refuses its field. */
export const PARTNER_ACCOUNTS = 'force-app/partner/default';

const TRANSLATION_FOLDERS = ['objectTranslations', 'translations'];
const TRANSLATION_TYPES = ['CustomObjectTranslation', 'Translations'];
/** The error for a translation in an org without Translation Workbench (forcedotcom/cli#1272). */
const NOT_AVAILABLE = 'Not available for deploy for this organization';

const MINUTES = 30;

export type DeploymentAnswer = Answer<Deployment, DeploymentRefusal>;

export interface Deployment {
  readonly id: string;
  readonly components: number;
  readonly isTranslated: boolean;
}

export interface DeploymentRefusal extends SfRefusal {
  readonly problems: readonly ComponentProblem[];
}

/** An error of one component, for which the whole deploy fails. */
export interface ComponentProblem {
  readonly type: string;
  /** The file in the project, with line and column if the org names them; the component's name if there is no file. */
  readonly place: string;
  readonly problem: string;
}

/** Deploys the product and further folders. Leaves the translations out if they are all that the org refuses. */
export async function deployProduct(
  sf: Sf,
  targetOrg: string,
  more: readonly string[] = []
): Promise<DeploymentAnswer> {
  const folders = [PRODUCT, ...more];
  const whole = await deploy(sf, targetOrg, sources(folders), true);
  const lacksWorkbench =
    whole.kind === 'refused' && whole.problems.length > 0 && whole.problems.every(isOfMissingWorkbench);
  return lacksWorkbench ? deploy(sf, targetOrg, sources(folders.flatMap(untranslated)), false) : whole;
}

/** Deploys one folder of sources. */
export async function deployFolder(sf: Sf, targetOrg: string, folder: string): Promise<DeploymentAnswer> {
  return deploy(sf, targetOrg, sources([folder]), true);
}

function untranslated(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !TRANSLATION_FOLDERS.includes(name))
    .map((name) => `${folder}/${name}`);
}

/** Deploys a folder in metadata format that has a package.xml, or only checks whether the org would accept it. */
export async function deployPackage(
  sf: Sf,
  targetOrg: string,
  folder: string,
  mode: 'deploy' | 'checkOnly' = 'deploy'
): Promise<DeploymentAnswer> {
  const from = ['--metadata-dir', folder, '--single-package', ...(mode === 'checkOnly' ? ['--dry-run'] : [])];
  return deploy(sf, targetOrg, from, true);
}

function sources(folders: readonly string[]): string[] {
  return folders.flatMap((folder) => ['--source-dir', folder]);
}

function isOfMissingWorkbench({ type, problem }: ComponentProblem): boolean {
  return TRANSLATION_TYPES.includes(type) && problem.includes(NOT_AVAILABLE);
}

async function deploy(
  sf: Sf,
  targetOrg: string,
  from: readonly string[],
  isTranslated: boolean
): Promise<DeploymentAnswer> {
  const command = ['project', 'deploy', 'start', ...from, '--target-org', targetOrg, '--wait', String(MINUTES)];
  const answer: SfAnswer = await sf(command, MINUTES + 1);
  return answer.kind === 'refused'
    ? { ...answer, message: reasonOf(answer), problems: problemsOf(answer.result) }
    : known({
        id: textAt(answer.value, 'id'),
        components: numberAt(answer.value, 'numberComponentsDeployed') ?? 0,
        isTranslated
      });
}

/** The CLI gives no message for a deploy that the org carried out and failed. */
function reasonOf({ message, result }: SfRefusal): string {
  return message || textAt(result, 'errorMessage') || `The deploy ended as ${textAt(result, 'status')}.`;
}

/** The CLI names files of the project in `files`; for a package it passes on the org's own list. */
function problemsOf(result: unknown): ComponentProblem[] {
  const files = listAt(result, 'files')
    .filter(isJson)
    .filter((file) => textAt(file, 'state') === 'Failed')
    .map((file) => ({
      type: textAt(file, 'type'),
      place: placeOf(file, textAt(file, 'type'), relative('', textAt(file, 'filePath'))),
      problem: textAt(file, 'error')
    }));
  if (files.length > 0) return files;
  return listAt(result, 'details', 'componentFailures')
    .filter(isJson)
    .map((failure) => ({
      type: textAt(failure, 'componentType'),
      place: placeOf(failure, textAt(failure, 'componentType'), textAt(failure, 'fileName')),
      problem: textAt(failure, 'problem')
    }));
}

function placeOf(failure: Json, type: string, path: string): string {
  const position = [numberAt(failure, 'lineNumber'), numberAt(failure, 'columnNumber')].filter((one) => one !== null);
  return [path === '' ? `${type} ${textAt(failure, 'fullName')}` : path, ...position].join(':');
}
