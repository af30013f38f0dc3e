import { deployFolder } from '../shared/sf/deployment.ts';
import { deploymentFailure, failureOf } from '../shared/sf/failure.ts';
import { assignPermissionSet } from '../shared/sf/permissionSet.ts';
import { runSteps, WITHIN_A_STEP, type StepFailure } from '../shared/runSteps.ts';
import { DEMO_METADATA } from './demo.ts';
import { NOTHING_DONE, type DemoState } from './demoState.ts';
import { done, repeated, type DemoStep, type PreparationTools } from './demoStep.ts';
import { createSite } from './steps/createSite.ts';
import { giveRole } from './steps/giveRole.ts';
import { openSite } from './steps/openSite.ts';
import { writeSettings } from './steps/writeSettings.ts';

/** The demo's page and profiles alone: the packages have brought the product. */
const deployPages: DemoStep<PreparationTools> = {
  name: 'deploy',
  title: 'Deploy the demo’s pages and profiles',
  run: async (state, { sf }) => {
    const deployment = await deployFolder(sf, state.username, DEMO_METADATA);
    return deployment.kind === 'refused' ? deploymentFailure(deployment) : done(state, 'a page and two profiles');
  }
};

const assignToAdministrator: DemoStep<PreparationTools> = {
  name: 'permissionSet',
  title: 'Assign the permission set to the administrator',
  run: async (state, { sf }) => {
    const assignment = await assignPermissionSet(sf, state.username, [state.username]);
    return assignment.kind === 'refused' ? failureOf(assignment) : done(state, 'the permission set');
  }
};

const STEPS = [giveRole, deployPages, createSite, openSite, writeSettings, assignToAdministrator];

/**
 * Gives a scratch org that has the product from its packages what its first external user needs: a role for the owner of
 * accounts, a page with the action, profiles, a live site with them as members, and settings. All of it can be done again.
 */
export async function prepareInstalledOrg(
  tools: PreparationTools,
  org: Pick<DemoState, 'username' | 'url'>
): Promise<StepFailure | null> {
  const steps = STEPS.map((step) => repeated(step, tools));
  const { failure } = await runSteps(steps, { ...NOTHING_DONE, ...org }, WITHIN_A_STEP);
  if (failure === null) return null;
  const { step, message, details, todo } = failure;
  return { kind: 'failed', message: `${step}: ${message}`, details, todo };
}
