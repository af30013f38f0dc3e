import { html } from 'hono/html';
import { textOf, type StoredRecord } from '../../../engine/storage/record.ts';
import { document, page, type Markup } from '../pages/page.ts';
import type { LoginAsRefusal } from './loginAsRefusal.ts';

/** Asks before it logs in as a site's user; the words are ours. `path` takes the form. */
export function loginAsPage(path: string, site: StoredRecord, user: StoredRecord): Markup {
  const title = `Log in to ${textOf(site, 'Name')} as ${textOf(user, 'Name')}?`;
  return page(
    site,
    title,
    html`<h1>${title}</h1>
      <form method="post" action="${path}">
        <input type="hidden" name="sunetworkid" value="${site.Id}" />
        <input type="hidden" name="sunetworkuserid" value="${user.Id}" />
        <button type="submit">Log In</button>
      </form>
      <p class="hint">
        An org logs you in at once. This local org asks, so that no other page can do it in your name.
      </p>`
  );
}

/** The page for a refused login as a site's user, in the platform's words (KB 000387741 for `notMember`). */
export function loginAsRefusedPage(refusal: LoginAsRefusal): Markup {
  switch (refusal) {
    case 'insufficientPrivileges':
      return refusalPage(
        'Insufficient Privileges',
        'You do not have the level of access necessary to perform the operation you requested. Please contact the owner of the record or your administrator if access is necessary.'
      );
    case 'notMember':
      return refusalPage(
        'Error: Login as Site User',
        'Looks like this portal user is not a member of an experience or your experience is down. Ask your Salesforce admin or channel manager for help.'
      );
  }
}

function refusalPage(title: string, text: string): Markup {
  return document(
    title,
    html`<h1>${title}</h1>
      <p role="alert">${text}</p>`
  );
}
