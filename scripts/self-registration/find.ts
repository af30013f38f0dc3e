import { displayText } from 'c/externalUserRules';
import { textAt } from 'sf-cli/json';
import type { Sf, SfRefusal } from 'sf-cli/sf';
import { failureOf } from '../shared/sf/failure.ts';
import { findOrg } from '../shared/sf/findOrg.ts';
import { query, type Rows } from '../shared/sf/records.ts';
import { quoted, quotedStart } from '../shared/soql.ts';
import { chooseAccount, chooseProfile, chooseSite, warningsOf, type Choice } from './choices.ts';
import type { Target } from './options.ts';
import type { AccountChoice } from './registrationState.ts';
import { done, type RegistrationEnd, type RegistrationStep } from './registrationStep.ts';
import {
  ACCOUNTS,
  PROFILES,
  REGISTRATIONS,
  SITES,
  toAccountChoice,
  toProfileChoice,
  toRegistration,
  toSiteState
} from './rows.ts';

export function findTargetOrg(sf: Sf, targetOrg: string | undefined): RegistrationStep {
  return {
    name: 'org',
    title: 'Find the org',
    run: async (state) => {
      const org = await findOrg(sf, targetOrg);
      if (org.kind === 'refused') return failureOf(org);
      const { name, username, url } = org.value;
      return done({ ...state, orgName: name, username }, `${username} at ${url}`);
    }
  };
}

/** Finds the site with its present settings. */
export function findSite(sf: Sf, name: string): RegistrationStep {
  return {
    name: 'site',
    title: 'Find the site',
    run: async (state) => {
      const { username } = state;
      const [sites, registrations] = await Promise.all([
        query(sf, username, SITES),
        query(sf, username, REGISTRATIONS)
      ]);
      if (sites.kind === 'refused') return sitesFailure(sites);
      const site = chooseSite(sites.value.map(toSiteState), name);
      if (site.kind === 'failed') return site;
      if (registrations.kind === 'refused') return failureOf(registrations);
      const registration = registrations.value.find((row) => textAt(row, 'NetworkId') === site.value.id);
      return done(
        {
          ...state,
          site: { ...site.value, url: '' },
          registration: registration === undefined ? null : toRegistration(registration)
        },
        `${displayText(site.value.name)}: self-registration is ${site.value.registers ? 'on' : 'off'}`
      );
    }
  };
}

export function findProfileAndAccount(sf: Sf, target: Extract<Target, { kind: 'on' }>): RegistrationStep {
  return {
    name: 'profileAndAccount',
    title: 'Find the profile and the account',
    run: async (state): Promise<RegistrationEnd> => {
      const [profiles, account] = await Promise.all([
        query(sf, state.username, PROFILES),
        findAccount(sf, state.username, target.account)
      ]);
      if (profiles.kind === 'refused') return failureOf(profiles);
      const profile = chooseProfile(profiles.value.map(toProfileChoice), target.profile);
      if (profile.kind === 'failed') return profile;
      if (account.kind === 'failed') return account;
      const seats = profile.value.seatsLeft === null ? '' : `, seats left: ${String(profile.value.seatsLeft)}`;
      return done(
        {
          ...state,
          profile: profile.value,
          account: account.value,
          warnings: warningsOf(state.site, profile.value, account.value, state.registration)
        },
        `${displayText(profile.value.name)} (${profile.value.license}${seats}), ${displayText(account.value.name)}`
      );
    }
  };
}

async function findAccount(sf: Sf, username: string, nameOrId: string): Promise<Choice<AccountChoice>> {
  const field = /^001(?:\w{12}|\w{15})$/u.test(nameOrId) ? 'Id' : 'Name';
  const found = await query(sf, username, `${ACCOUNTS} WHERE ${field} = ${quoted(nameOrId)} ORDER BY Id LIMIT 5`);
  if (found.kind === 'refused') return failureOf(found);
  const similar: Rows = found.value.length === 0 ? await findSimilarAccounts(sf, username, nameOrId) : found;
  return chooseAccount(found.value.map(toAccountChoice), nameOrId, accountsOf(similar));
}

/** Searches by the first word, as people shorten names at their ends. */
function findSimilarAccounts(sf: Sf, username: string, name: string): Promise<Rows> {
  const word = name.trim().split(/[\s%_]+/u)[0] ?? '';
  return query(sf, username, `${ACCOUNTS} WHERE Name LIKE ${quotedStart(word)} ORDER BY Name LIMIT 5`);
}

function accountsOf(answer: Rows): readonly AccountChoice[] {
  return answer.kind === 'known' ? answer.value.map(toAccountChoice) : [];
}

function sitesFailure(refusal: SfRefusal): RegistrationEnd {
  const failure = failureOf(refusal);
  return /INVALID_TYPE|not supported/u.test(`${refusal.code} ${refusal.message}`)
    ? {
        ...failure,
        todo: 'enable Digital Experiences in Setup, Digital Experiences, Settings; make a site there.'
      }
    : failure;
}
