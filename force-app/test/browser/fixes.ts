import type { Locator } from '@playwright/test';

/** The link whose label says that it opens a new tab. */
export function newTabLink(place: Locator, label: string): Locator {
  return place.getByRole('link', { name: `${label} (opens in a new tab)`, exact: true });
}

/** What fixes a problem: a link to the page, or a button where it is fixed in the action. */
export function fixOf(place: Locator, label: string): Locator {
  return newTabLink(place, label).or(place.getByRole('button', { name: label, exact: true }));
}
