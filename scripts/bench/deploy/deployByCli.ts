import { numberAt, textAt } from 'sf-cli/json';
import { PRODUCT } from '../../shared/sf/deployment.ts';
import { failureOf } from '../../shared/sf/failure.ts';
import type { Sf } from 'sf-cli/sf';
import type { Deploy } from './measurement.ts';

export type MeasuredDeploy = Deploy & { readonly components: number };

/** Deploys the product, or other folders, with `sf project deploy start`. Throws the CLI's message when it fails. */
export async function deployByCli(sf: Sf, folders: readonly string[] = [PRODUCT]): Promise<MeasuredDeploy> {
  const start = performance.now();
  const answer = await sf(['project', 'deploy', 'start', ...folders.flatMap((folder) => ['--source-dir', folder])]);
  const seconds = (performance.now() - start) / 1000;
  if (answer.kind === 'refused') {
    const { message, details } = failureOf(answer);
    throw new Error([message, ...details].join('\n'));
  }
  return { seconds, secondsOfOrg: secondsOfOrg(answer.value), components: componentsOf(answer.value) };
}

function secondsOfOrg(result: unknown): number {
  const [start, end] = ['startDate', 'completedDate'].map((name) => Date.parse(textAt(result, name)));
  return ((end ?? NaN) - (start ?? NaN)) / 1000;
}

function componentsOf(result: unknown): number {
  return numberAt(result, 'numberComponentsDeployed') ?? 0;
}
