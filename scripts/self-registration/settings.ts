import { writeFile } from 'node:fs/promises';
import { withMembers } from '../shared/sf/networkXml.ts';
import { deployPackage, type Deployment } from '../shared/sf/deployment.ts';
import { deploymentFailure } from '../shared/sf/failure.ts';
import { fetchNetwork } from '../shared/sf/network.ts';
import type { Failure } from '../shared/runSteps.ts';
import { differences } from './differences.ts';
import { done, type Means, type RegistrationEnd, type RegistrationStep } from './registrationStep.ts';
import { turnedOff, turnedOn } from './registrationXml.ts';
import type { RegistrationState } from './state.ts';

/** Members are added in the background (NetworkMemberGroup.AssignmentStatus), so that a new one may not count at once. */
const MEMBER_PAUSE = 5_000;
const MOST_TRIES = 12;
const NO_MEMBER_YET = /profiles that are associated with the experience/iu;

export function fetchSettings({ sf, folder }: Means): RegistrationStep {
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
 * A deploy of its own: the org takes a profile for self-registration only from a site's members, and those of the same
 * deploy don't always count. Source: forcedotcom/commerce-on-lightning#194 and #176.
 */
export function addMember(means: Means): RegistrationStep {
  return {
    name: 'member',
    title: 'Make the profile a member of the site',
    run: async (state) => {
      const { profile, settings } = state;
      const file = withMembers(settings.text, [profile.name]);
      const isNewMember = file !== settings.text;
      return deploySettings(means, { ...state, isNewMember }, file, `${profile.name} is a member`);
    }
  };
}

export function turnOn(means: Means): RegistrationStep {
  return {
    name: 'on',
    title: 'Turn self-registration on',
    run: async (state) => {
      const { profile, settings, isNewMember } = state;
      const file = turnedOn(settings.text, profile.name);
      if (means.dryRun && isNewMember) {
        return done(changed(state, file), 'can’t be checked before the profile is a member');
      }
      return deploySettings(means, state, file, `visitors get the profile ${profile.name}`);
    }
  };
}

export function turnOff(means: Means): RegistrationStep {
  return {
    name: 'off',
    title: 'Turn self-registration off',
    run: async (state) => deploySettings(means, state, turnedOff(state.settings.text), 'visitors can’t register')
  };
}

/** Sends the file where it differs, and goes on with it as the site's. */
async function deploySettings(
  means: Means,
  state: RegistrationState,
  file: string,
  note: string
): Promise<RegistrationEnd> {
  const { settings, username } = state;
  if (file === settings.text) return done(state, `${note}, as before`);
  await writeFile(settings.path, file);
  const deployment = await deployUntilMember(means, username, settings.folder);
  return deployment.kind === 'failed'
    ? { kind: 'failed', ...failureOfSettings(deployment) }
    : done(changed(state, file), means.dryRun ? 'the org would take it' : note);
}

async function deployUntilMember({ sf, dryRun, pause }: Means, username: string, folder: string): Promise<Deployment> {
  for (let tries = 1; ; tries += 1) {
    const deployment = await deployPackage(sf, username, folder, dryRun ? 'checkOnly' : 'deploy');
    const isEarly =
      deployment.kind === 'failed' && deployment.problems.some(({ problem }) => NO_MEMBER_YET.test(problem));
    if (!isEarly || tries === MOST_TRIES) return deployment;
    await pause(MEMBER_PAUSE);
  }
}

function failureOfSettings(deployment: Extract<Deployment, { kind: 'failed' }>): Failure {
  const failure = deploymentFailure(deployment);
  return deployment.problems.length === 0
    ? failure
    : {
        ...failure,
        todo: 'set in the site’s Workspaces what is named above, or give your user the right to; then run it again. The org kept nothing of this deploy.'
      };
}

function changed(state: RegistrationState, file: string): RegistrationState {
  const { settings, changes } = state;
  return {
    ...state,
    settings: { ...settings, text: file },
    changes: [...changes, ...differences(settings.text, file)]
  };
}
