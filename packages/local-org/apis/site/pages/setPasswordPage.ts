import { html } from 'hono/html';
import type { LinkState } from '../../../engine/login/passwordLinks.ts';
import { loginPath } from '../../../engine/login/sitePaths.ts';
import type { StoredRecord } from '../../../engine/storage/record.ts';
import { errorMessage, page, type Markup } from './page.ts';

/** The form that a mailed link opens. */
export function setPasswordPage(
  site: StoredRecord,
  username: string,
  form: { token: string; message: string | null }
): Markup {
  return page(
    site,
    'Change Your Password',
    html`<h1>Change Your Password</h1>
      <p>Enter a new password for <strong>${username}</strong>.</p>
      <p class="hint" id="policy">At least 8 characters, with letters and numbers.</p>
      ${errorMessage(form.message)}
      <form method="post" action="${loginPath(site)}/set-password" novalidate>
        <input type="hidden" name="token" value="${form.token}" />
        <input type="text" name="username" value="${username}" autocomplete="username" readonly hidden />
        <label for="password">New Password</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="new-password"
          aria-describedby="policy"
          required
        />
        <label for="confirmation">Confirm New Password</label>
        <input id="confirmation" name="confirmation" type="password" autocomplete="new-password" required />
        <button type="submit">Change Password</button>
      </form>`
  );
}

/** The page of a link that no longer works, with the way to a new one. */
export function brokenLinkPage(site: StoredRecord, kind: Exclude<LinkState['kind'], 'open'>): Markup {
  return page(
    site,
    'Link Not Valid',
    html`<h1>This link is no longer valid</h1>
      <p role="alert">${reasonOf(kind)}</p>
      <p><a href="${loginPath(site)}/forgot">Forgot your password?</a></p>
      <p><a href="${loginPath(site)}">Back to login</a></p>`
  );
}

function reasonOf(kind: Exclude<LinkState['kind'], 'open'>): string {
  switch (kind) {
    case 'expired':
      return 'The link expired: it works for 24 hours. Ask for a new one.';
    case 'used':
      return 'The link has already been used: it works once. Log in, or ask for a new one.';
    case 'unknown':
      return 'The link is not complete or was not made by this site. Ask for a new one.';
  }
}
