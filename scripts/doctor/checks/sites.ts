import { displayText } from 'c/externalUserRules';
import { valueOr } from 'sf-cli/answer';
import { findingsOf, listed, reasonOf, type Finding, type Status } from '../finding.ts';
import type { Links } from '../links.ts';
import { ruleFinding, type Reading } from '../reading/reading.ts';
import type { SiteRow } from '../reading/sites.ts';

const say = findingsOf('sites', 'Sites');

/** The sites with their status and members. A user can be created without a live site, but can't log in. */
export function sites(reading: Reading, links: Links): Finding {
  const rows = valueOr(reading.sites, []);
  const [status, cause, fix] = verdict(reading, rows);
  return say(status, cause, {
    fix,
    link: fix === null ? null : links.setup('SetupNetworks'),
    facts: {
      sites: rows.map((site) => ({
        name: site.name,
        status: site.status,
        urlPathPrefix: site.urlPathPrefix,
        members: namesOfMembers(reading, site)
      }))
    },
    lines: rows.map((site) => {
      const names = namesOfMembers(reading, site);
      const members = names === null ? 'members unknown' : names.length === 0 ? 'no members' : names.join(', ');
      return `${displayText(site.name)}, ${site.status}: ${members}`;
    })
  });
}

function verdict(reading: Reading, rows: readonly SiteRow[]): readonly [Status, string, string | null] {
  const activate = 'Activate a site in its Workspaces, Administration, Settings.';
  const live = rows.filter(({ isLive }) => isLive).map(({ name }) => name);
  switch (ruleFinding(reading, 'site')?.code) {
    case 'siteLive':
    case 'siteRegisters':
      return ['pass', `Live: ${listed(live)}.`, null];
    case 'siteNotLive':
      return ['warning', 'None is live: users can be created, but can’t log in and get no welcome mail.', activate];
    case 'siteMissing':
      return ['warning', 'There is none: users could not log in anywhere.', `Create one. ${activate}`];
    default:
      return ['unknown', hiddenCause(reading), null];
  }
}

function hiddenCause({ sites: answer }: Reading): string {
  return answer.kind === 'refused'
    ? `Sites can’t be read (${reasonOf(answer)}).`
    : 'No live site is among those that you see; without View All Data these are your own ones.';
}

/** The names of profiles and permission sets; null if they can't be read. */
function namesOfMembers({ members }: Reading, site: SiteRow): readonly string[] | null {
  return members.kind === 'refused'
    ? null
    : members.value
        .filter(({ siteId }) => siteId === site.id)
        .map(({ name, isProfile }) => (isProfile ? name : `${name} (permission set)`))
        .sort((one, other) => one.localeCompare(other));
}
