import type { Locator } from '@playwright/test';
import { press } from '../../../scripts/shared/browser/enabling.ts';
import type { LocalOrgControl, Fault } from './localOrgControl.ts';

/** A fault in the request that changes the user. */
export function onChange(effect: Fault['effect'], times = 1): Fault {
  return { method: 'PATCH', path: '/ui-api/records/*', times, effect };
}

/** Counts the requests that change a record. */
export async function countChanges(localOrg: LocalOrgControl): Promise<number> {
  return (await localOrg.requests()).filter(({ method }) => method === 'PATCH').length;
}

/** Presses the button and returns the confirmation question that it opens. */
export async function askTo(place: Locator, change: 'Deactivate' | 'Reactivate', name: string): Promise<Locator> {
  await press(place, `${change} User`);
  return place.getByRole('group', { name: `${change} ${name}?` });
}
