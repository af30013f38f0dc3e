import { html } from 'hono/html';
import type { Org } from '../../../engine/org/org.ts';
import { textOf, type StoredRecord } from '../../../engine/storage/record.ts';
import { page, type Markup } from './page.ts';

/** The home page, which shows that the login worked: username, profile and account. */
export function homePage(org: Org, site: StoredRecord, user: StoredRecord): Markup {
  const entries = [
    ['Username', textOf(user, 'Username')],
    ['Profile', nameOf(org, textOf(user, 'ProfileId'))],
    ['Account', nameOf(org, textOf(user, 'AccountId'))]
  ].filter(([, value]) => value !== '');
  return page(
    site,
    'Home',
    html`<h1>Welcome, ${textOf(user, 'Name')}!</h1>
      <p class="hint">${textOf(site, 'Name')}</p>
      <dl>
        ${entries.map(
          ([label, value]) =>
            html`<dt>${label}</dt>
              <dd>${value}</dd>`
        )}
      </dl>
      <form method="post" action="/${encodeURIComponent(textOf(site, 'UrlPathPrefix'))}/logout">
        <button type="submit">Log Out</button>
      </form>`
  );
}

function nameOf(org: Org, id: string): string {
  const record = org.find(id);
  return record === undefined ? '' : textOf(record, 'Name');
}
