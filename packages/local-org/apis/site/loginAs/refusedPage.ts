import { html } from 'hono/html';
import { document, type Markup } from '../pages/page.ts';
import type { LoginAsRefusal } from './loginAsRefusal.ts';

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
