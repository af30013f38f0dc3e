import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { listAt, textAt } from 'sf-cli/json';
import type { Sf } from 'sf-cli/sf';
import type { StepFailure } from '../runSteps.ts';
import { failureOf } from './failure.ts';

/** A metadata component that has one file. */
export interface MetadataName {
  readonly type: string;
  readonly fullName: string;
  /** Where a package has files of the type, and how their names end. */
  readonly directory: string;
  readonly suffix: string;
}

/** A file as the org sent it, in a package that can be deployed. */
export interface MetadataFile {
  /** The folder with the package.xml. */
  readonly folder: string;
  readonly path: string;
  readonly xml: string;
}

export type FetchedMetadata =
  | ({ readonly kind: 'fetched' } & MetadataFile)
  /** The org sent no such file. */
  | { readonly kind: 'missing'; readonly messages: readonly string[] }
  | StepFailure;

/** Retrieves one component into a folder. */
export async function fetchMetadata(
  sf: Sf,
  targetOrg: string,
  { type, fullName, directory, suffix }: MetadataName,
  into: string
): Promise<FetchedMetadata> {
  // The CLI would unzip into the files of an earlier run.
  await rm(into, { recursive: true, force: true });
  const retrieve = await sf([
    ...['project', 'retrieve', 'start', '--metadata', `${type}:${fullName}`, '--target-org', targetOrg],
    ...['--target-metadata-dir', into, '--single-package', '--unzip']
  ]);
  if (retrieve.kind === 'refused') return failureOf(retrieve);
  const folder = join(into, 'unpackaged');
  const [name] = (await readdir(join(folder, directory)).catch(() => [])).filter((file) => file.endsWith(suffix));
  if (name === undefined) {
    const messages = listAt(retrieve.value, 'messages').map((message) => textAt(message, 'problem'));
    return { kind: 'missing', messages };
  }
  const path = join(folder, directory, name);
  return { kind: 'fetched', folder, path, xml: await readFile(path, 'utf8') };
}
