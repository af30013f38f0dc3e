import { textAt } from 'sf-cli/json';
import { failureOf } from '../shared/sf/failure.ts';
import { query, quoted, type Rows } from '../shared/sf/records.ts';
import type { Sf, SfRefusal } from 'sf-cli/sf';
import type { RegistrationEnd, RegistrationStep } from './registrationStep.ts';
import type { Wanted } from './options.ts';
import { chooseAccount, chooseProfile, chooseSite, warningsOf, type Choice } from './refusals.ts';
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
import type { AccountChoice } from './state.ts';

export function findOrg(sf: Sf, targetOrg: string | undefined): RegistrationStep {
  return {
    name: 'org',
    title: 'Find the org',
    run: async (state) => {
      const answer = await sf(['org', 'display', ...(targetOrg === undefined ? [] : ['--target-org', targetOrg])]);
      if (answer.kind === 'refused') return { kind: 'failed', ...failureOf(answer) };
      const username = textAt(answer.result, 'username');
      return {
        kind: 'done',
        note: `${username} at ${textAt(answer.result, 'instanceUrl')}`,
        state: { ...state, username }
      };
    }
  };
}

/** The site as it is now. Nothing is changed before all that was named is found and fit. */
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
      if (sites.kind === 'refused') return withoutSites(sites);
      const site = chooseSite(sites.rows.map(toSiteState), name);
      if (site.kind === 'failed') return site;
      if (registrations.kind === 'refused') return { kind: 'failed', ...failureOf(registrations) };
      const registration = registrations.rows.find((row) => textAt(row, 'NetworkId') === site.value.id);
      return {
        kind: 'done',
        note: `${site.value.name}: self-registration is ${site.value.registers ? 'on' : 'off'}`,
        state: {
          ...state,
          site: { ...site.value, url: '' },
          registration: registration === undefined ? null : toRegistration(registration)
        }
      };
    }
  };
}

export function findProfileAndAccount(sf: Sf, wanted: Extract<Wanted, { kind: 'on' }>): RegistrationStep {
  return {
    name: 'profileAndAccount',
    title: 'Find the profile and the account',
    run: async (state): Promise<RegistrationEnd> => {
      const [profiles, account] = await Promise.all([
        query(sf, state.username, PROFILES),
        findAccount(sf, state.username, wanted.account)
      ]);
      if (profiles.kind === 'refused') return { kind: 'failed', ...failureOf(profiles) };
      const profile = chooseProfile(profiles.rows.map(toProfileChoice), wanted.profile);
      if (profile.kind === 'failed') return profile;
      if (account.kind === 'failed') return account;
      const seats = profile.value.seatsLeft === null ? '' : `, seats left: ${String(profile.value.seatsLeft)}`;
      return {
        kind: 'done',
        note: `${profile.value.name} (${profile.value.license}${seats}), ${account.value.name}`,
        state: {
          ...state,
          profile: profile.value,
          account: account.value,
          warnings: warningsOf(state.site, profile.value, account.value, state.registration)
        }
      };
    }
  };
}

async function findAccount(sf: Sf, username: string, nameOrId: string): Promise<Choice<AccountChoice>> {
  const field = /^001(?:\w{12}|\w{15})$/u.test(nameOrId) ? 'Id' : 'Name';
  const found = await query(sf, username, `${ACCOUNTS} WHERE ${field} = ${quoted(nameOrId)} ORDER BY Id LIMIT 5`);
  const near = found.kind === 'rows' && found.rows.length === 0 ? await nearAccounts(sf, username, nameOrId) : found;
  if (found.kind === 'refused') return { kind: 'failed', ...failureOf(found) };
  return chooseAccount(
    found.rows.map(toAccountChoice),
    nameOrId,
    near.kind === 'rows' ? near.rows.map(toAccountChoice) : []
  );
}

/** By the first word, as people shorten names at their ends. */
function nearAccounts(sf: Sf, username: string, name: string): Promise<Rows> {
  const word = name.trim().split(/[\s%_]+/u)[0] ?? '';
  return query(sf, username, `${ACCOUNTS} WHERE Name LIKE ${quoted(`${word}%`)} ORDER BY Name LIMIT 5`);
}

function withoutSites(refusal: SfRefusal): RegistrationEnd {
  const failure = failureOf(refusal);
  return /INVALID_TYPE|not supported/u.test(`${refusal.name} ${refusal.message}`)
    ? {
        kind: 'failed',
        ...failure,
        todo: 'enable Digital Experiences in Setup, Digital Experiences, Settings; make a site there.'
      }
    : { kind: 'failed', ...failure };
}
