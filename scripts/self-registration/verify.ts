import { flagAt, textAt } from 'sf-cli/json';
import { connect } from '../shared/sf/connectApi.ts';
import { failureOf } from '../shared/sf/failure.ts';
import { query, quoted } from '../shared/sf/records.ts';
import type { Means, RegistrationEnd, RegistrationStep } from './registrationStep.ts';
import { REGISTRATIONS, SITES, siteUrl, toRegistration, toSiteState } from './rows.ts';
import type { RegistrationState } from './state.ts';

/** Asks the org itself where something was changed, and for the address that visitors open. */
export function verifyOn({ sf, dryRun }: Means): RegistrationStep {
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
      // Only said to the person: an org that refuses to say it stops nothing.
      const url = communities.kind === 'done' ? siteUrl(communities.result, site.id) : '';
      const addressed = { ...state, site: { ...site, url } };
      if (registrations === null) return { kind: 'done', note: 'nothing was changed', state: addressed };
      if (registrations.kind === 'refused') return { kind: 'failed', ...failureOf(registrations) };
      const [row] = registrations.rows;
      const after = {
        ...addressed,
        site: {
          ...addressed.site,
          registers: flagAt(row, 'Network', 'OptionsSelfRegistrationEnabled') === true,
          profileId: textAt(row, 'Network', 'SelfRegProfileId')
        },
        registration: row === undefined ? null : toRegistration(row)
      };
      return ended(after, unmet(after), 'on');
    }
  };
}

export function verifyOff({ sf, dryRun }: Means): RegistrationStep {
  return {
    name: 'verify',
    title: 'See what the org says',
    run: async (state) => {
      if (dryRun || state.changes.length === 0) return { kind: 'done', note: 'nothing was changed', state };
      const { username, site } = state;
      const sites = await query(sf, username, SITES);
      if (sites.kind === 'refused') return { kind: 'failed', ...failureOf(sites) };
      const now = sites.rows.map(toSiteState).find(({ id }) => id === site.id);
      const after = { ...state, site: { ...site, ...now } };
      return ended(after, after.site.registers ? 'self-registration is on still' : null, 'off');
    }
  };
}

function unmet({ site, profile, account, registration }: RegistrationState): string | null {
  if (registration?.accountId !== account.id) return `new contacts don’t go to ${account.name}`;
  if (!site.registers) return 'self-registration is off still';
  return site.profileId === profile.id ? null : `visitors get another profile than ${profile.name}`;
}

function ended(state: RegistrationState, unmetThing: string | null, wanted: 'on' | 'off'): RegistrationEnd {
  return unmetThing === null
    ? { kind: 'done', note: `self-registration is ${wanted}`, state }
    : {
        kind: 'failed',
        message: `the org took the change, and says that ${unmetThing}.`,
        details: [],
        todo: 'look at the site’s Workspaces, Administration, Login & Registration, then run it again.'
      };
}
