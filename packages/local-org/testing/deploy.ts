import { setImmediate } from 'node:timers/promises';
import JSZip from 'jszip';
import type { DeployMessage } from '../apis/metadata/deploy/deployRecord.ts';
import type { Caller } from './caller.ts';

/** The texts of a package's files by path, with `package.xml`. */
export type PackageFiles = Readonly<Record<string, string>>;

/** The result of a finished deploy, as `deployRequest` returns it. */
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

/** A manifest of members by metadata type. */
export function manifest(members: Readonly<Record<string, readonly string[]>>, version = '68.0'): string {
  const types = Object.entries(members).map(
    ([type, names]) =>
      `<types>${names.map((name) => `<members>${name}</members>`).join('')}<name>${type}</name></types>`
  );
  return metadata('Package', `${types.join('')}<version>${version}</version>`);
}

/** A file of a metadata type. */
export function metadata(type: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">\n${content}\n</${type}>\n`;
}

/** A zip of these files. */
export async function zipOf(files: PackageFiles): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new JSZip();
  for (const [path, text] of Object.entries(files)) zip.file(path, text);
  return new Uint8Array(await zip.generateAsync({ type: 'arraybuffer' }));
}

/** Deploys by REST, and waits for the end. */
export async function deploy(
  caller: Caller,
  files: PackageFiles,
  deployOptions: Readonly<Record<string, unknown>> = {}
): Promise<DeployEnd> {
  return endOf(caller, await startDeploy(caller, files, deployOptions));
}

/** Queues a deploy and returns its id. */
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

/** Requests a deploy until it has ended. */
export async function endOf(caller: Caller, id: string): Promise<DeployEnd> {
  for (;;) {
    const { body } = await caller.call('GET', `/metadata/deployRequest/${id}?includeDetails=true`);
    const { deployResult } = body as { deployResult: DeployEnd & { done: boolean } };
    if (deployResult.done) return deployResult;
    await setImmediate();
  }
}

/** The failures of a deploy: metadata type, name, file and problem, with line and column if they are known. */
export function failuresOf({ details }: DeployEnd): string[] {
  return details.componentFailures.map(({ componentType, fullName, fileName, problem, lineNumber, columnNumber }) => {
    const place = lineNumber === undefined ? '' : `:${lineNumber}:${columnNumber ?? 0}`;
    return `${componentType} ${fullName} (${fileName}${place}): ${problem ?? ''}`;
  });
}
