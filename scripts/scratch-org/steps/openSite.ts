import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deployPackage } from '../../shared/sf/deployment.ts';
import { deploymentFailure } from '../../shared/sf/failure.ts';
import { fetchNetwork } from '../../shared/sf/network.ts';
import { withElement, withMembers } from '../../shared/sf/networkXml.ts';
import { CUSTOMER_PROFILE, PARTNER_PROFILE, SITE } from '../demo.ts';
import { done, type DemoStep } from '../demoStep.ts';

/**
 * Activates the site and makes the demo's profiles its members: its settings are fetched, changed and deployed, as much
 * in them is the org's own. Source: Metadata API, Network.
 */
export const openSite: DemoStep = {
  name: 'members',
  title: 'Activate the site for the demo’s customers and partners',
  run: async (state, { sf, folder }) => {
    const settings = await fetchNetwork(sf, state.username, SITE.name, join(folder, 'site'));
    if (settings.kind === 'failed') return settings;
    await writeFile(settings.path, openToMembers(settings.text, [CUSTOMER_PROFILE, PARTNER_PROFILE]));
    const deployment = await deployPackage(sf, state.username, settings.folder);
    return deployment.kind === 'failed'
      ? { kind: 'failed', ...deploymentFailure(deployment) }
      : done(state, `members: ${CUSTOMER_PROFILE}, ${PARTNER_PROFILE}`);
  }
};

/** The settings of a site that is open, welcomes its members, and has these profiles among them. */
export function openToMembers(xml: string, profiles: readonly string[]): string {
  return withMembers(withElement(withElement(xml, 'status', 'Live'), 'sendWelcomeEmail', 'true'), profiles);
}
