import { html } from 'hono/html';
import { loginPath } from '../../../engine/login/sitePaths.ts';
import { textOf, type StoredRecord } from '../../../engine/storage/record.ts';
import { page, type Markup } from './page.ts';

/** The page of a site that is not live. Source: Salesforce Help, "Salesforce Sites Standard Pages": UnderConstruction, InMaintenance. */
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

/** The page for an unknown path. Source: Salesforce Help, "Salesforce Sites Standard Pages": FileNotFound; the text is ours. */
export function noSuchPage(site: StoredRecord): Markup {
  return page(
    site,
    'Page Not Found',
    html`<h1>Page Not Found</h1>
      <p>This page doesn't exist, or isn't open to visitors.</p>
      <p><a href="${loginPath(site)}">Back to login</a></p>`
  );
}
