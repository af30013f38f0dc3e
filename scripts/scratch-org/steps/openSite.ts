import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textAt } from 'sf-cli/json';
import { connect } from '../../shared/sf/connectApi.ts';
import { deployPackage } from '../../shared/sf/deployment.ts';
import { deploymentFailure, failureOf } from '../../shared/sf/failure.ts';
import { fetchNetwork } from '../../shared/sf/fetchNetwork.ts';
import { withElement, withMembers } from '../../shared/sf/networkXml.ts';
import { CUSTOMER_PROFILE, PARTNER_PROFILE, SITE } from '../demo.ts';
import { done, type DemoStep, type PreparationTools } from '../demoStep.ts';

/**
 * Activates the site and makes the demo's profiles its members. Retrieves, changes and deploys its settings, as the org
 * has put settings of its own into them. Source: Metadata API, Network.
 */
export const openSite: DemoStep<PreparationTools> = {
  name: 'members',
  title: 'Activate the site for the demo’s customers and partners',
  run: async (state, { sf, folder }) => {
    const settings = await fetchNetwork(sf, state.username, SITE.name, join(folder, 'site'));
    if (settings.kind === 'failed') return settings;
    await writeFile(settings.path, openToMembers(settings.xml, [CUSTOMER_PROFILE, PARTNER_PROFILE]));
    const deployment = await deployPackage(sf, state.username, settings.folder);
    return deployment.kind === 'refused'
      ? deploymentFailure(deployment)
      : done(state, `members: ${CUSTOMER_PROFILE}, ${PARTNER_PROFILE}`);
  }
};

/** The settings of a site that is live, sends welcome mail, and has these profiles among its members. */
export function openToMembers(xml: string, profiles: readonly string[]): string {
  return withMembers(withElement(withElement(xml, 'status', 'Live'), 'sendWelcomeEmail', 'true'), profiles);
}

/** Starts the publishing, which ends with an email to the administrator. Source: Salesforce CLI, `community publish`. */
export const publishSite: DemoStep = {
  name: 'publish',
  title: 'Publish the site',
  run: async (state, { sf }) => {
    const answer = await connect(sf, state.username, 'POST', `/communities/${state.siteId}/publish`);
    return answer.kind === 'refused' ? failureOf(answer) : done(state, textAt(answer.value, 'body', 'url'));
  }
};
