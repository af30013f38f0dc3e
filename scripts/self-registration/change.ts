import { writeFile } from 'node:fs/promises';
import { withMembers } from '../shared/networkFile.ts';
import { deployPackage, type Deployment } from '../shared/sf/deployment.ts';
import { deploymentFailure, failureOf } from '../shared/sf/failure.ts';
import { fetchNetwork } from '../shared/sf/network.ts';
import { createRecord, deleteRecord, query, quoted, updateRecord } from '../shared/sf/records.ts';
import type { Sf, SfRefusal } from '../shared/sf/sf.ts';
import type { Failure, Step, StepEnd } from '../shared/steps.ts';
import { textAt } from '../shared/json.ts';
import { differences } from './differences.ts';
import { turnedOff, turnedOn } from './registrationFile.ts';
import { REGISTRATIONS, SITES, toRegistration, toSiteState } from './rows.ts';
import type { RegistrationState } from './state.ts';

type End = StepEnd<RegistrationState>;
type RegistrationStep = Step<RegistrationState>;

/** What the steps change an org with. */
export interface Means {
  readonly sf: Sf;
  /** Where the site's settings are fetched to. */
  readonly folder: string;
  readonly dryRun: boolean;
  /** Resolves after so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

const OBJECT = 'NetworkSelfRegistration';

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
      const { site, profile, settings } = state;
      if (site.memberIds.includes(profile.id)) return done(state, 'it is one');
      return deploySettings(means, state, withMembers(settings.text, [profile.name]), `${profile.name} is a member`);
    }
  };
}

export function turnOn(means: Means): RegistrationStep {
  return {
    name: 'on',
    title: 'Turn self-registration on',
    run: async (state) => {
      const { site, profile, settings } = state;
      const file = turnedOn(settings.text, profile.name);
      if (means.dryRun && !site.memberIds.includes(profile.id)) {
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

/** There is one account a site. Source: object reference, NetworkSelfRegistration. */
export function setAccount({ sf, dryRun }: Means): RegistrationStep {
  return {
    name: 'account',
    title: 'Give the account to new contacts',
    run: async (state) => {
      const { username, site, account, registration } = state;
      if (registration?.accountId === account.id) return done(state, `${account.name}, as before`);
      const lines = [
        ...(registration === null ? [] : [`- ${OBJECT}: ${registration.accountName || 'no account'}`]),
        `+ ${OBJECT}: ${account.name}`
      ];
      const after = { ...state, changes: [...state.changes, ...lines] };
      if (dryRun) return done(after, '');
      const fields = { AccountId: account.id };
      const refusal =
        registration === null
          ? refusalOf(await createRecord(sf, username, OBJECT, { NetworkId: site.id, ...fields }))
          : await updateRecord(sf, username, OBJECT, registration.id, fields);
      return refusal === null ? done(after, account.name) : { kind: 'failed', ...halfDone(refusal, site.name) };
    }
  };
}

/** One with a handler says more than this command ever set, so that it stays. */
export function removeAccount({ sf, dryRun }: Means): RegistrationStep {
  return {
    name: 'account',
    title: 'Take the account from the site',
    run: async (state) => {
      const { username, registration } = state;
      if (registration === null) return done(state, 'it has none');
      if (registration.hasHandler) return done(state, 'kept: it names an Apex handler, which this command never set');
      const name = registration.accountName || 'no account';
      const after = { ...state, changes: [...state.changes, `- ${OBJECT}: ${name}`] };
      if (dryRun) return done(after, '');
      const refusal = await deleteRecord(sf, username, OBJECT, registration.id);
      return refusal === null ? done(after, name) : { kind: 'failed', ...failureOf(refusal) };
    }
  };
}

/** Asks the org itself, where something was changed. */
export function verify({ sf, dryRun }: Means, wanted: 'on' | 'off'): RegistrationStep {
  return {
    name: 'verify',
    title: 'See what the org says',
    run: async (state) => {
      if (dryRun || state.changes.length === 0) return done(state, 'nothing was changed');
      const { username, site } = state;
      const [sites, registrations] = await Promise.all([
        query(sf, username, SITES),
        query(sf, username, `${REGISTRATIONS} WHERE NetworkId = ${quoted(site.id)}`)
      ]);
      if (sites.kind === 'refused') return { kind: 'failed', ...failureOf(sites) };
      if (registrations.kind === 'refused') return { kind: 'failed', ...failureOf(registrations) };
      const row = sites.rows.find((one) => textAt(one, 'Id') === site.id) ?? {};
      const now = { ...site, ...toSiteState(row) };
      const [registration = null] = registrations.rows.map(toRegistration);
      const after = { ...state, site: now, registration };
      const unmet = wanted === 'on' ? unmetOn(after) : now.registers ? 'self-registration is on still' : null;
      return unmet === null ? done(after, `self-registration is ${wanted}`) : { kind: 'failed', ...otherwise(unmet) };
    }
  };
}

function unmetOn({ site, profile, account, registration }: RegistrationState): string | null {
  if (!site.registers) return 'self-registration is off still';
  if (site.profileId !== profile.id) return `visitors get another profile than ${profile.name}`;
  return registration?.accountId === account.id ? null : `new contacts go to another account than ${account.name}`;
}

/** Sends the file where it differs, and goes on with it as the site's. */
async function deploySettings(means: Means, state: RegistrationState, file: string, note: string): Promise<End> {
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

function halfDone(refusal: SfRefusal, site: string): Failure {
  const failure = failureOf(refusal);
  return {
    ...failure,
    todo: `${failure.todo} Self-registration of ${site} is on, without this account: run it again, or with --off.`
  };
}

function refusalOf(created: { readonly kind: 'created' } | SfRefusal): SfRefusal | null {
  return created.kind === 'refused' ? created : null;
}

function otherwise(unmet: string): Failure {
  return {
    message: `the org took the change, and says that ${unmet}.`,
    details: [],
    todo: 'look at the site’s Workspaces, Administration, Login & Registration, then run it again.'
  };
}

function done(state: RegistrationState, note: string): End {
  return { kind: 'done', note, state };
}
