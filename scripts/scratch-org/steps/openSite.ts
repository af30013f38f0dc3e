import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deployPackage } from '../../shared/sf/deployment.ts';
import { deploymentFailure } from '../../shared/sf/failure.ts';
import { CUSTOMER_PROFILE, PARTNER_PROFILE, SITE } from '../demo.ts';
import { openToMembers } from '../networkFile.ts';
import { done, refusedBy, type DemoStep } from '../step.ts';

/**
 * Activates the site and makes the demo's profiles its members: its settings are fetched, changed and deployed, as much
 * in them is the org's own. Source: Metadata API, Network.
 */
export const openSite: DemoStep = {
  name: 'members',
  title: 'Activate the site for the demo’s customers and partners',
  run: async (state, { sf, folder }) => {
    const fetched = join(folder, 'site');
    // What an earlier run fetched would be unpacked over.
    await rm(fetched, { recursive: true, force: true });
    const retrieve = await sf([
      ...['project', 'retrieve', 'start', '--metadata', `Network:${SITE.name}`, '--target-org', state.username],
      ...['--target-metadata-dir', fetched, '--single-package', '--unzip']
    ]);
    if (retrieve.kind === 'refused') return refusedBy(retrieve);
    const unpacked = join(fetched, 'unpackaged');
    const file = join(unpacked, 'networks', `${SITE.name}.network`);
    const before = await readFile(file, 'utf8').catch(() => null);
    if (before === null) {
      return {
        kind: 'failed',
        message: `the org sent no settings of the site ${SITE.name}.`,
        details: [`Fetched into ${fetched}`],
        todo: 'wait a minute, as the site may be incomplete still, and start again.'
      };
    }
    await writeFile(file, openToMembers(before, [CUSTOMER_PROFILE, PARTNER_PROFILE]));
    const deployment = await deployPackage(sf, state.username, unpacked);
    return deployment.kind === 'failed'
      ? { kind: 'failed', ...deploymentFailure(deployment) }
      : done(state, `members: ${CUSTOMER_PROFILE}, ${PARTNER_PROFILE}`);
  }
};
