import { IDLE_DAYS, seatsLeft, valueOr as factOr } from 'c/externalUserRules';
import { valueOr } from 'sf-cli/answer';
import { findingsOf, listed, type Finding } from '../finding.ts';
import type { Links } from '../links.ts';
import type { LicenseRow } from '../reading/licenses.ts';
import { ruleFinding, type Reading } from '../reading/reading.ts';

const say = findingsOf('licenses', 'External licenses');

/** The total, used and free seats of each license of an external profile. */
export function licenses(reading: Reading, links: Links): Finding {
  const external = new Set(
    factOr(reading.facts.profiles, []).flatMap(({ license }) => (license.kind === 'known' ? license.value.id : []))
  );
  const rows = valueOr(reading.licenses, [])
    .filter(({ id }) => external.has(id))
    .map((license) => ({
      license,
      left: factOr(seatsLeft(license), null),
      idle: valueOr(reading.idleUsers, undefined)?.get(license.id) ?? (reading.idleUsers.kind === 'known' ? 0 : null)
    }));
  const details = {
    facts: {
      licenses: rows.map(({ license, left, idle }) => ({
        name: license.name,
        total: factOr(license.total, null),
        used: factOr(license.used, null),
        left,
        idleUsers: idle,
        isLoginBased: license.isLoginBased,
        monthlyLogins: license.monthlyLogins,
        monthlyLoginsUsed: license.monthlyLoginsUsed
      }))
    },
    lines: rows.map(({ license, left, idle }) => `${lineOf(license, left)}${freeableOf(idle)}`)
  };
  switch (ruleFinding(reading, 'seats')?.code) {
    case 'seatsFree': {
      const full = rows.filter(({ left }) => left === 0).map(({ license }) => license.name);
      return say(
        'pass',
        full.length === 0 ? 'Seats are free.' : `Seats are free, but none of ${listed(full)}.`,
        details
      );
    }
    case 'seatsTaken':
      return say('blocked', 'No seat is free: LICENSE_LIMIT_EXCEEDED would refuse any user.', {
        ...details,
        fix: 'Deactivate users who no longer need access (Enable External User lists them, longest away first), or buy seats.',
        link: links.setup('CompanyProfileInfo')
      });
    default:
      return say('unknown', 'Seats can’t be read: that takes View Setup and Configuration.', details);
  }
}

function lineOf(
  { name, total, used, isLoginBased, monthlyLogins, monthlyLoginsUsed }: LicenseRow,
  left: number | null
): string {
  const of = `${countOf(factOr(used, null))} of ${countOf(factOr(total, null))} used`;
  if (isLoginBased) {
    return `${name}: login-based, ${countOf(monthlyLoginsUsed)} of ${countOf(monthlyLogins)} log-ins a month used; ${of}, ${countOf(left)} left`;
  }
  return `${name}: ${of}, ${countOf(left)} left`;
}

function freeableOf(idle: number | null): string {
  return idle === null || idle === 0 ? '' : `; ${idle} could be freed: no log-in for ${IDLE_DAYS} days`;
}

function countOf(count: number | null): string {
  return count === null ? '?' : String(count);
}
