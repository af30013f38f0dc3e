import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { isJson, listAt, numberAt, textAt, type Json } from 'sf-cli/json';
import type { Sf, SfAnswer, SfRefusal } from 'sf-cli/sf';

/** Where the product is; tests beside it are never deployed (.forceignore). */
export const PRODUCT = 'force-app/main/default';
/** What makes users by Flow: a package of its own, as it needs Digital Experiences to be there before it. */
export const AUTOMATION = 'force-app/automation/default';

const TRANSLATION_FOLDERS = ['objectTranslations', 'translations'];
const TRANSLATION_TYPES = ['CustomObjectTranslation', 'Translations'];
/** What an org without Translation Workbench says of them (forcedotcom/cli#1272). */
const NOT_AVAILABLE = 'Not available for deploy for this organization';

const MINUTES = 30;

export type Deployment =
  | { readonly kind: 'deployed'; readonly id: string; readonly components: number; readonly isTranslated: boolean }
  | { readonly kind: 'failed'; readonly refusal: SfRefusal; readonly problems: readonly ComponentProblem[] };

/** One thing that refused the deploy. */
export interface ComponentProblem {
  readonly type: string;
  /** The file in the project, with line and column where there are any; the component's name where there is no file. */
  readonly place: string;
  readonly problem: string;
}

/** Deploys the product and further folders; where the org takes no translations, without them. */
export async function deployProduct(sf: Sf, targetOrg: string, more: readonly string[] = []): Promise<Deployment> {
  const folders = [PRODUCT, ...more];
  const whole = await deploy(sf, targetOrg, sources(folders));
  const { problems } = whole;
  if (whole.answer.kind === 'done' || problems.length === 0 || !problems.every(isOfMissingWorkbench)) {
    return deployment(whole, true);
  }
  return deployment(await deploy(sf, targetOrg, sources(folders.flatMap(untranslated))), false);
}

function untranslated(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !TRANSLATION_FOLDERS.includes(name))
    .map((name) => `${folder}/${name}`);
}

/** Deploys a folder in metadata format, with a package.xml; or only asks whether the org would take it. */
export async function deployPackage(
  sf: Sf,
  targetOrg: string,
  folder: string,
  mode: 'deploy' | 'checkOnly' = 'deploy'
): Promise<Deployment> {
  const from = ['--metadata-dir', folder, '--single-package', ...(mode === 'checkOnly' ? ['--dry-run'] : [])];
  return deployment(await deploy(sf, targetOrg, from), true);
}

function sources(folders: readonly string[]): string[] {
  return folders.flatMap((folder) => ['--source-dir', folder]);
}

function isOfMissingWorkbench({ type, problem }: ComponentProblem): boolean {
  return TRANSLATION_TYPES.includes(type) && problem.includes(NOT_AVAILABLE);
}

interface Attempt {
  readonly answer: SfAnswer;
  readonly problems: readonly ComponentProblem[];
}

async function deploy(sf: Sf, targetOrg: string, from: readonly string[]): Promise<Attempt> {
  const command = ['project', 'deploy', 'start', ...from, '--target-org', targetOrg, '--wait', String(MINUTES)];
  const answer = await sf(command, MINUTES + 1);
  return { answer, problems: problemsOf(answer.result) };
}

function deployment({ answer, problems }: Attempt, isTranslated: boolean): Deployment {
  if (answer.kind === 'refused') return { kind: 'failed', refusal: withReason(answer), problems };
  return {
    kind: 'deployed',
    id: textAt(answer.result, 'id'),
    components: numberAt(answer.result, 'numberComponentsDeployed') ?? 0,
    isTranslated
  };
}

/** A deploy that was carried out and failed has its reason in the result. */
function withReason(refusal: SfRefusal): SfRefusal {
  const { message, result } = refusal;
  return {
    ...refusal,
    message: message || textAt(result, 'errorMessage') || `The deploy ended as ${textAt(result, 'status')}.`
  };
}

/** The CLI names files of the project; of a package it passes on what the org says. */
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
