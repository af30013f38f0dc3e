import { isPending } from 'c/externalUserOrg';
import { seatsLeft, unknown, valueOr, type ExternalProfile } from 'c/externalUserRules';
import type { PlannedRow } from './planRows.ts';

/** How many seats the ticked contacts take, also those that are blocked because no seat is left. */
export function seatsNeeded(rows: readonly PlannedRow[], unticked: readonly string[]): number {
  return rows.filter(({ id, state, code }) => (state === 'enable' || code === 'seatsTaken') && !unticked.includes(id))
    .length;
}

/** Whether so many users can be created; the org decides where seats can't be counted, and a pending count blocks. */
export function hasSeats(profile: ExternalProfile | undefined, needed: number): boolean {
  const license = profile?.license ?? unknown('noAccess');
  const left = license.kind === 'known' ? valueOr(seatsLeft(license.value), null) : null;
  return !isPending(license) && (left === null || left >= needed);
}
