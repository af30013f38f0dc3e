import type { Sf } from 'sf-cli/sf';
import type { StepFailure } from '../runSteps.ts';
import { fetchMetadata, type MetadataFile } from './fetchMetadata.ts';
import { metadataName } from './networkXml.ts';

/** The settings of a site as the org sent them: one file in a package that can be deployed. */
export type NetworkFile = MetadataFile;

export type FetchedNetwork = ({ readonly kind: 'fetched' } & NetworkFile) | StepFailure;

/** Retrieves the settings of a site, found by its name, into a folder. */
export async function fetchNetwork(sf: Sf, targetOrg: string, site: string, into: string): Promise<FetchedNetwork> {
  const fullName = metadataName(site);
  const wanted = { type: 'Network', fullName, directory: 'networks', suffix: '.network' };
  const fetched = await fetchMetadata(sf, targetOrg, wanted, into);
  return fetched.kind !== 'missing'
    ? fetched
    : {
        kind: 'failed',
        message: `the org sent no settings of the site ${site}.`,
        details: [...fetched.messages, `Asked for ${fullName}, the site’s metadata name.`],
        todo: `wait a minute, as the site may be incomplete still, and start again. The names that the org knows: npx sf org list metadata --metadata-type Network --target-org ${targetOrg}`
      };
}
