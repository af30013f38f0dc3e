import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { listAt, textAt } from 'sf-cli/json';
import type { Sf } from 'sf-cli/sf';
import type { StepFailure } from '../runSteps.ts';
import { failureOf } from './failure.ts';
import { metadataName } from './networkXml.ts';

/** The settings of a site as the org sent them: one file in a package that can be deployed. */
export interface NetworkFile {
  /** The folder with the package.xml. */
  readonly folder: string;
  readonly path: string;
  readonly xml: string;
}

export type FetchedNetwork = ({ readonly kind: 'fetched' } & NetworkFile) | StepFailure;

/** Retrieves the settings of a site, found by its name, into a folder. */
export async function fetchNetwork(sf: Sf, targetOrg: string, site: string, into: string): Promise<FetchedNetwork> {
  // The CLI would unzip into the files of an earlier run.
  await rm(into, { recursive: true, force: true });
  const asked = metadataName(site);
  const retrieve = await sf([
    ...['project', 'retrieve', 'start', '--metadata', `Network:${asked}`, '--target-org', targetOrg],
    ...['--target-metadata-dir', into, '--single-package', '--unzip']
  ]);
  if (retrieve.kind === 'refused') return failureOf(retrieve);
  const folder = join(into, 'unpackaged');
  const networks = join(folder, 'networks');
  const [name] = (await readdir(networks).catch(() => [])).filter((file) => file.endsWith('.network'));
  if (name === undefined) {
    return {
      kind: 'failed',
      message: `the org sent no settings of the site ${site}.`,
      details: [
        ...listAt(retrieve.value, 'messages').map((message) => textAt(message, 'problem')),
        `Asked for ${asked}, the site’s metadata name.`
      ],
      todo: `wait a minute, as the site may be incomplete still, and start again. The names that the org knows: npx sf org list metadata --metadata-type Network --target-org ${targetOrg}`
    };
  }
  const path = join(networks, name);
  return { kind: 'fetched', folder, path, xml: await readFile(path, 'utf8') };
}
