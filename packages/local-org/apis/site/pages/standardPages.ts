import { html } from 'hono/html';
import { textOf, type StoredRecord } from '../../../engine/storage/record.ts';
import { page, type Markup } from './page.ts';

/** What a site shows while it is not live. Source: Salesforce Help, "Salesforce Sites Standard Pages": UnderConstruction, InMaintenance. */
export function closedPage(site: StoredRecord): Markup {
  const name = textOf(site, 'Name');
  if (textOf(site, 'Status') === 'DownForMaintenance') {
    return page(
      site,
      'Down For Maintenance',
      html`<h1>Down For Maintenance</h1>
        <p>${name} is down for maintenance. Sorry for the inconvenience. We'll be back shortly.</p>`
    );
  }
  return page(
    site,
    'Under Construction',
    html`<h1>Under Construction</h1>
      <p>${name} is under construction. Stay tuned.</p>`
  );
}
