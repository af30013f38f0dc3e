import type { Locator, Page } from '@playwright/test';

/** The card of a record page that shows the contact's external user. */
export function cardOf(page: Page, title = 'External User'): Locator {
  return page.getByRole('article').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
}

/** The value that the card shows beside a label such as `Status`. */
export function rowOf(card: Locator, name: string): Locator {
  const term = card.page().getByRole('term').getByText(name, { exact: true });
  return card.locator('div').filter({ has: term }).last().getByRole('definition');
}

/** The headline about the user's access, in the card or the action. */
export function headlineOf(place: Locator): Locator {
  return place.getByRole('heading', { level: 3, name: /can log in|can’t log in|has an active user/u });
}
