import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { metadataName } from './networkXml.ts';
import type { Failure } from '../runSteps.ts';
import { failureOf } from './failure.ts';
import type { Sf } from 'sf-cli/sf';

/** A site's settings as they came from the org: the file alone, in a package that can be deployed. */
export interface NetworkFile {
  /** The folder with the package.xml. */
  readonly folder: string;
  readonly path: string;
  readonly text: string;
}

export type FetchedNetwork = ({ readonly kind: 'fetched' } & NetworkFile) | ({ readonly kind: 'failed' } & Failure);

/** Retrieves the settings of a site by its name, into a folder of their own. */
export async function fetchNetwork(sf: Sf, targetOrg: string, site: string, into: string): Promise<FetchedNetwork> {
  // What an earlier run fetched would be unpacked over.
  await rm(into, { recursive: true, force: true });
  const retrieve = await sf([
    ...['project', 'retrieve', 'start', '--metadata', `Network:${metadataName(site)}`, '--target-org', targetOrg],
    ...['--target-metadata-dir', into, '--single-package', '--unzip']
  ]);
  if (retrieve.kind === 'refused') return { kind: 'failed', ...failureOf(retrieve) };
  const folder = join(into, 'unpackaged');
  const networks = join(folder, 'networks');
  const [name] = (await readdir(networks).catch(() => [])).filter((file) => file.endsWith('.network'));
  if (name === undefined) {
    return {
      kind: 'failed',
      message: `the org sent no settings of the site ${site}.`,
      details: [`Fetched into ${into}`],
      todo: 'wait a minute, as the site may be incomplete still, and start again.'
    };
  }
  const path = join(networks, name);
  return { kind: 'fetched', folder, path, text: await readFile(path, 'utf8') };
}
