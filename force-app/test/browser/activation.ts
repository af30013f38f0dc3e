import type { Locator } from '@playwright/test';
import { press } from '../../../scripts/shared/browser/enabling.ts';
import type { LocalOrgControl, Fault } from './localOrgControl.ts';

/** What meets the request that changes the user. */
export function onChange(effect: Fault['effect'], times = 1): Fault {
  return { method: 'PATCH', path: '/ui-api/records/*', times, effect };
}

/** How often the org was asked to change a record. */
export async function countChanges(localOrg: LocalOrgControl): Promise<number> {
  return (await localOrg.requests()).filter(({ method }) => method === 'PATCH').length;
}

/** Presses the button, which asks first. The question is what is answered. */
export async function askTo(place: Locator, change: 'Deactivate' | 'Reactivate', name: string): Promise<Locator> {
  await press(place, `${change} User`);
  return place.getByRole('group', { name: `${change} ${name}?` });
}
