import { displayText } from 'c/externalUserRules';
import { writeFile } from 'node:fs/promises';
import { withMembers } from '../shared/sf/networkXml.ts';
import { deployPackage, type DeploymentAnswer, type DeploymentRefusal } from '../shared/sf/deployment.ts';
import { deploymentFailure } from '../shared/sf/failure.ts';
import { fetchNetwork } from '../shared/sf/fetchNetwork.ts';
import type { StepFailure } from '../shared/runSteps.ts';
import { differences } from './differences.ts';
import { done, type RegistrationTools, type RegistrationEnd, type RegistrationStep } from './registrationStep.ts';
import { turnedOff, turnedOn } from './registrationXml.ts';
import type { RegistrationState } from './registrationState.ts';

/** The org adds members in the background (NetworkMemberGroup.AssignmentStatus), so a deploy may come before it is done. */
const MEMBER_PAUSE = 5_000;
const MOST_ATTEMPTS = 12;
const NO_MEMBER_YET = /profiles that are associated with the experience/iu;

export function fetchSettings({ sf, folder }: RegistrationTools): RegistrationStep {
  return {
    name: 'settings',
    title: 'Fetch the site’s settings',
    run: async (state) => {
      const settings = await fetchNetwork(sf, state.username, state.site.name, folder);
      return settings.kind === 'failed' ? settings : done({ ...state, settings }, '');
    }
  };
}

/**
 * Needs a separate deploy: the org accepts only a member of the site as the profile of self-registration, and may ignore
 * members of the same deploy. Source: forcedotcom/commerce-on-lightning#194 and #176.
 */
export function addMember(tools: RegistrationTools): RegistrationStep {
  return {
    name: 'member',
    title: 'Make the profile a member of the site',
    run: async (state) => {
      const { profile, settings } = state;
      const xml = withMembers(settings.xml, [profile.name]);
      const isNewMember = xml !== settings.xml;
      return deploySettings(tools, { ...state, isNewMember }, xml, `${displayText(profile.name)} is a member`);
    }
  };
}

export function turnOn(tools: RegistrationTools): RegistrationStep {
  return {
    name: 'on',
    title: 'Turn self-registration on',
    run: async (state) => {
      const { profile, settings, isNewMember } = state;
      const xml = turnedOn(settings.xml, profile.name);
      if (tools.dryRun && isNewMember) {
        return done(changed(state, xml), 'can’t be checked before the profile is a member');
      }
      return deploySettings(tools, state, xml, `visitors get the profile ${displayText(profile.name)}`);
    }
  };
}

export function turnOff(tools: RegistrationTools): RegistrationStep {
  return {
    name: 'off',
    title: 'Turn self-registration off',
    run: async (state) => deploySettings(tools, state, turnedOff(state.settings.xml), 'visitors can’t register')
  };
}

/** Deploys the settings if they differ from the org's. */
async function deploySettings(
  tools: RegistrationTools,
  state: RegistrationState,
  xml: string,
  note: string
): Promise<RegistrationEnd> {
  const { settings, username } = state;
  if (xml === settings.xml) return done(state, `${note}, as before`);
  await writeFile(settings.path, xml);
  const deployment = await deployUntilMember(tools, username, settings.folder);
  return deployment.kind === 'refused'
    ? settingsFailure(deployment)
    : done(changed(state, xml), tools.dryRun ? 'the org would take it' : note);
}

async function deployUntilMember(
  { sf, dryRun, pause }: RegistrationTools,
  username: string,
  folder: string
): Promise<DeploymentAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    const deployment = await deployPackage(sf, username, folder, dryRun ? 'checkOnly' : 'deploy');
    const isEarly =
      deployment.kind === 'refused' && deployment.problems.some(({ problem }) => NO_MEMBER_YET.test(problem));
    if (!isEarly || attempt === MOST_ATTEMPTS) return deployment;
    await pause(MEMBER_PAUSE);
  }
}

function settingsFailure(deployment: DeploymentRefusal): StepFailure {
  const failure = deploymentFailure(deployment);
  return deployment.problems.length === 0
    ? failure
    : {
        ...failure,
        todo: 'set in the site’s Workspaces what is named above, or give your user the right to; then run it again. The org kept nothing of this deploy.'
      };
}

function changed(state: RegistrationState, xml: string): RegistrationState {
  const { settings, changes } = state;
  return {
    ...state,
    settings: { ...settings, xml },
    changes: [...changes, ...differences(settings.xml, xml)]
  };
}
