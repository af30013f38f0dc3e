import { displayText } from 'c/externalUserRules';
import { flagAt, textAt } from 'sf-cli/json';
import { connect } from '../shared/sf/connectApi.ts';
import { failureOf } from '../shared/sf/failure.ts';
import { query } from '../shared/sf/records.ts';
import { quoted } from '../shared/soql.ts';
import type { RegistrationState } from './registrationState.ts';
import { done, type RegistrationEnd, type RegistrationStep, type RegistrationTools } from './registrationStep.ts';
import { REGISTRATIONS, SITES, siteUrl, toRegistration, toSiteState } from './rows.ts';

/** Reads back what was changed, and the address of the site. */
export function verifyOn({ sf, dryRun }: RegistrationTools): RegistrationStep {
  return {
    name: 'verify',
    title: 'See what the org says',
    run: async (state): Promise<RegistrationEnd> => {
      const { username, site } = state;
      const wasChanged = !dryRun && state.changes.length > 0;
      const [registrations, communities] = await Promise.all([
        wasChanged ? query(sf, username, `${REGISTRATIONS} WHERE NetworkId = ${quoted(site.id)}`) : null,
        connect(sf, username, 'GET', '/communities')
      ]);
      // The address is only shown to the user, so the command goes on without it.
      const url = communities.kind === 'known' ? siteUrl(communities.value, site.id) : '';
      const withUrl = { ...state, site: { ...site, url } };
      if (registrations === null) return done(withUrl, 'nothing was changed');
      if (registrations.kind === 'refused') return failureOf(registrations);
      const [row] = registrations.value;
      const after = {
        ...withUrl,
        site: {
          ...withUrl.site,
          registers: flagAt(row, 'Network', 'OptionsSelfRegistrationEnabled') === true,
          profileId: textAt(row, 'Network', 'SelfRegProfileId')
        },
        registration: row === undefined ? null : toRegistration(row)
      };
      return toEnd(after, findDifference(after), 'on');
    }
  };
}

export function verifyOff({ sf, dryRun }: RegistrationTools): RegistrationStep {
  return {
    name: 'verify',
    title: 'See what the org says',
    run: async (state) => {
      if (dryRun || state.changes.length === 0) return done(state, 'nothing was changed');
      const { username, site } = state;
      const sites = await query(sf, username, SITES);
      if (sites.kind === 'refused') return failureOf(sites);
      const now = sites.value.map(toSiteState).find(({ id }) => id === site.id);
      const after = { ...state, site: { ...site, ...now } };
      return toEnd(after, after.site.registers ? 'self-registration is on still' : null, 'off');
    }
  };
}

/** What in the org is not as it was set; null if everything is. */
function findDifference({ site, profile, account, registration }: RegistrationState): string | null {
  if (registration?.accountId !== account.id) return `new contacts don’t go to ${displayText(account.name)}`;
  if (!site.registers) return 'self-registration is off still';
  return site.profileId === profile.id ? null : `visitors get another profile than ${displayText(profile.name)}`;
}

function toEnd(state: RegistrationState, difference: string | null, target: 'on' | 'off'): RegistrationEnd {
  return difference === null
    ? done(state, `self-registration is ${target}`)
    : {
        kind: 'failed',
        message: `the org took the change, and says that ${difference}.`,
        details: [],
        todo: 'look at the site’s Workspaces, Administration, Login & Registration, then run it again.'
      };
}
