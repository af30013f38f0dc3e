import { displayText, kindOfUserType } from 'c/externalUserRules';
import { known, type Known } from 'sf-cli/answer';
import type { StepFailure } from '../shared/runSteps.ts';
import type { AccountChoice, ProfileChoice, Registration, SiteState } from './registrationState.ts';

/** The one that the command line names, or a failure that lists the possible ones. */
export type Choice<Value> = Known<Value> | StepFailure;

export function chooseSite<Site extends { readonly name: string }>(sites: readonly Site[], name: string): Choice<Site> {
  const site = sites.find((one) => isSame(one.name, name));
  return site === undefined
    ? failed(
        `there is no site ${name} that you see.`,
        namesLine('Sites', sites),
        'name one of these; npm run scratch-org makes one in a demo org.'
      )
    : known(site);
}

/** Accepts external profiles with a free seat only. An internal license would let visitors into the org itself. */
export function chooseProfile(profiles: readonly ProfileChoice[], name: string): Choice<ProfileChoice> {
  const external = profiles.filter(({ userType }) => kindOfUserType(userType) !== null);
  const others = namesLine('Profiles that make external users', external);
  const profile = profiles.find((one) => isSame(one.name, name));
  if (profile === undefined) return failed(`there is no profile ${name}.`, others, 'name one of these.');
  if (!external.includes(profile)) {
    return failed(
      `the profile ${displayText(profile.name)} makes no external users: its license is ${profile.license || 'unknown'}.`,
      others,
      'name one of these: visitors must never get an internal license.'
    );
  }
  return profile.seatsLeft === 0
    ? failed(
        `no seat of ${profile.license} is free: the org would refuse every visitor (LICENSE_LIMIT_EXCEEDED).`,
        namesLine(
          'Profiles with a free seat',
          external.filter(({ seatsLeft }) => seatsLeft !== 0)
        ),
        'deactivate users of that license or buy seats, or name another profile.'
      )
    : known(profile);
}

/** `similar` are accounts with similar names, for the message. */
export function chooseAccount(
  accounts: readonly AccountChoice[],
  name: string,
  similar: readonly AccountChoice[]
): Choice<AccountChoice> {
  const [account, second] = accounts;
  if (account === undefined) {
    return failed(
      `there is no account ${name}.`,
      namesLine('Accounts with such a name', similar),
      'name one that exists.'
    );
  }
  return second === undefined
    ? known(account)
    : failed(
        `there is more than one account ${displayText(account.name)}.`,
        accounts.map(({ id, owner }) => `${id}, owner ${owner}`),
        'give the id of the one that is meant as --account.'
      );
}

/** What doesn't stop the command, but may stop visitors from registering. */
export function warningsOf(
  site: SiteState,
  profile: ProfileChoice,
  account: AccountChoice,
  registration: Registration | null
): readonly string[] {
  return [
    // Release notes, Spring '20; CommunitiesSettings.enableOotbProfExtUserOpsEnable.
    profile.isStandard &&
      `${displayText(profile.name)} is a standard profile: registration fails unless the org allows standard external profiles (Setup, Digital Experiences, Settings; npm run doctor shows whether it does). Better name a clone of it.`,
    // Help, "Create Experience Cloud Site Users".
    !account.ownerIsActive &&
      `${displayText(account.owner)}, who owns ${displayText(account.name)}, is inactive: registration will fail. Give the account an active owner.`,
    account.ownerIsActive &&
      !account.ownerHasRole &&
      `${displayText(account.owner)}, who owns ${displayText(account.name)}, has no role: registration will fail with “portal account owner must have a role”. Give the owner a role.`,
    !site.isLive &&
      `${displayText(site.name)} is not live: visitors can’t open it yet. Activate it in its Workspaces, Administration, Settings.`,
    !site.sendsWelcomeMail &&
      `${displayText(site.name)} sends no welcome mail: who chooses no password on the page may get no link to set one. Switch it on in its Workspaces, Administration, Emails.`,
    // Object reference, NetworkSelfRegistration.
    registration?.disablesComponents === true &&
      `${displayText(site.name)} has its standard registration components disabled: its own page must register visitors.`
  ].filter((warning) => warning !== false);
}

function isSame(one: string, other: string): boolean {
  return one.localeCompare(other, 'en', { sensitivity: 'accent' }) === 0;
}

function namesLine(title: string, named: readonly { readonly name: string }[]): readonly string[] {
  return [`${title}: ${named.length === 0 ? 'none' : named.map(({ name }) => name).join(', ')}`];
}

function failed(message: string, details: readonly string[], todo: string): StepFailure {
  return { kind: 'failed', message, details, todo };
}
