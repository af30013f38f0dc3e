import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { isJson, listAt, numberAt, textAt, type Json } from '../json.ts';
import type { Sf, SfAnswer, SfRefusal } from './sf.ts';

/** Where the product is; tests beside it are never deployed (.forceignore). */
export const PRODUCT = 'force-app/main/default';

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
  const whole = await deploy(sf, targetOrg, [PRODUCT, ...more]);
  const { problems } = whole;
  if (whole.answer.kind === 'done' || problems.length === 0 || !problems.every(isOfMissingWorkbench)) {
    return deployment(whole, true);
  }
  const untranslated = readdirSync(PRODUCT)
    .filter((folder) => !TRANSLATION_FOLDERS.includes(folder))
    .map((folder) => `${PRODUCT}/${folder}`);
  return deployment(await deploy(sf, targetOrg, [...untranslated, ...more]), false);
}

function isOfMissingWorkbench({ type, problem }: ComponentProblem): boolean {
  return TRANSLATION_TYPES.includes(type) && problem.includes(NOT_AVAILABLE);
}

interface Attempt {
  readonly answer: SfAnswer;
  readonly problems: readonly ComponentProblem[];
}

async function deploy(sf: Sf, targetOrg: string, folders: readonly string[]): Promise<Attempt> {
  const from = folders.flatMap((folder) => ['--source-dir', folder]);
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

function problemsOf(result: unknown): ComponentProblem[] {
  return listAt(result, 'files')
    .filter(isJson)
    .filter((file) => textAt(file, 'state') === 'Failed')
    .map((file) => ({ type: textAt(file, 'type'), place: placeOf(file), problem: textAt(file, 'error') }));
}

function placeOf(file: Json): string {
  const path = textAt(file, 'filePath');
  const position = [numberAt(file, 'lineNumber'), numberAt(file, 'columnNumber')].filter((number) => number !== null);
  return [path === '' ? `${textAt(file, 'type')} ${textAt(file, 'fullName')}` : relative('', path), ...position].join(
    ':'
  );
}
