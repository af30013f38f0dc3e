import { setImmediate } from 'node:timers/promises';
import JSZip from 'jszip';
import type { DeployMessage } from '../apis/metadata/deploy/deployRecord.ts';
import type { Caller } from './caller.ts';

/** Text by path in the package, `package.xml` among them or made of `members`. */
export type PackageFiles = Readonly<Record<string, string>>;

/** A deploy's end, as `deployRequest` gives it. */
export interface DeployEnd {
  readonly id: string;
  readonly status: string;
  readonly errorMessage?: string;
  readonly numberComponentsDeployed: number;
  readonly numberComponentErrors: number;
  readonly details: {
    readonly componentFailures: readonly DeployMessage[];
    readonly componentSuccesses: readonly DeployMessage[];
  };
}

/** A manifest of these members by type. */
export function manifest(members: Readonly<Record<string, readonly string[]>>, version = '68.0'): string {
  const types = Object.entries(members).map(
    ([type, names]) =>
      `<types>${names.map((name) => `<members>${name}</members>`).join('')}<name>${type}</name></types>`
  );
  return metadata('Package', `${types.join('')}<version>${version}</version>`);
}

/** A metadata file of a type. */
export function metadata(type: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">\n${content}\n</${type}>\n`;
}

/** A zip of these files. */
export async function zipOf(files: PackageFiles): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new JSZip();
  for (const [path, text] of Object.entries(files)) zip.file(path, text);
  return new Uint8Array(await zip.generateAsync({ type: 'arraybuffer' }));
}

/** Deploys by REST as the CLI does, and asks until it is done. */
export async function deploy(
  caller: Caller,
  files: PackageFiles,
  deployOptions: Readonly<Record<string, unknown>> = {}
): Promise<DeployEnd> {
  return endOf(caller, await startDeploy(caller, files, deployOptions));
}

/** Queues a deploy and answers its id. */
export async function startDeploy(
  caller: Caller,
  files: PackageFiles,
  deployOptions: Readonly<Record<string, unknown>> = {}
): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([await zipOf(files)], { type: 'application/zip' }), 'package.zip');
  const options = JSON.stringify({ deployOptions: { rollbackOnError: true, singlePackage: true, ...deployOptions } });
  form.append('entity_content', new Blob([options], { type: 'application/json' }));
  const { body } = await caller.call('POST', '/metadata/deployRequest', form);
  return (body as { id: string }).id;
}

/** Asks for a deploy until it is done. */
export async function endOf(caller: Caller, id: string): Promise<DeployEnd> {
  for (;;) {
    const { body } = await caller.call('GET', `/metadata/deployRequest/${id}?includeDetails=true`);
    const { deployResult } = body as { deployResult: DeployEnd & { done: boolean } };
    if (deployResult.done) return deployResult;
    await setImmediate();
  }
}

/** What failed: type, name, file and problem, with the place where one is known. */
export function failuresOf({ details }: DeployEnd): string[] {
  return details.componentFailures.map(({ componentType, fullName, fileName, problem, lineNumber, columnNumber }) => {
    const place = lineNumber === undefined ? '' : `:${lineNumber}:${columnNumber ?? 0}`;
    return `${componentType} ${fullName} (${fileName}${place}): ${problem ?? ''}`;
  });
}
