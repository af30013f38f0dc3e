import type { Step } from '../../shared/runSteps.ts';
import { AUTOMATION, deployProduct, PARTNER_ACCOUNTS } from '../../shared/sf/deployment.ts';
import { deploymentFailure } from '../../shared/sf/failure.ts';
import { DEMO_METADATA } from '../demo.ts';
import type { DemoState } from '../demoState.ts';
import { done, repeated, resumable, type DemoStep, type DemoTools } from '../demoStep.ts';
import { createExternalUsers } from './createExternalUsers.ts';
import { createOrg } from './createOrg.ts';
import { assignPermissions, createSalesOps } from './createSalesOps.ts';
import { createSite } from './createSite.ts';
import { giveRole } from './giveRole.ts';
import { importData } from './importData.ts';
import { openContact } from './openContact.ts';
import { openSite, publishSite } from './openSite.ts';
import { writeSettings } from './writeSettings.ts';

/** Deploys the product with its automation and the right to make partner accounts, which the demo's org has, and the demo's two external profiles and its contact page. */
const deployDemo: DemoStep = {
  name: 'deploy',
  title: 'Build and deploy the product and the demo’s pages and profiles',
  run: async (state, { sf, build }) => {
    const failure = await build();
    if (failure !== null) return failure;
    const deployment = await deployProduct(sf, state.username, [PARTNER_ACCOUNTS, AUTOMATION, DEMO_METADATA]);
    if (deployment.kind === 'refused') return deploymentFailure(deployment);
    const { components, isTranslated } = deployment.value;
    return done(state, `${String(components)} components${isTranslated ? '' : ', English labels only'}`);
  }
};

const RESUMABLE = [
  giveRole,
  deployDemo,
  createSite,
  openSite,
  publishSite,
  writeSettings,
  createSalesOps,
  assignPermissions,
  importData,
  createExternalUsers
];

/** The steps in the order in which one needs the other. */
export function demoSteps(tools: DemoTools): readonly Step<DemoState>[] {
  return [repeated(createOrg, tools), ...RESUMABLE.map((step) => resumable(step, tools)), repeated(openContact, tools)];
}
