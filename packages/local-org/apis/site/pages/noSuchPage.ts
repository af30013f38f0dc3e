import { html } from 'hono/html';
import { loginPath } from '../../../engine/login/sitePaths.ts';
import { page, type Markup } from './page.ts';
import type { StoredRecord } from '../../../engine/storage/record.ts';

/** Where a site has nothing. Source: Salesforce Help, "Salesforce Sites Standard Pages": FileNotFound; the words are ours. */
export function noSuchPage(site: StoredRecord): Markup {
  return page(
    site,
    'Page Not Found',
    html`<h1>Page Not Found</h1>
      <p>This page doesn't exist, or isn't open to visitors.</p>
      <p><a href="${loginPath(site)}">Back to login</a></p>`
  );
}
