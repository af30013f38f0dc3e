import { html } from 'hono/html';
import { loginPath, selfRegisterPath } from '../../../engine/login/sitePaths.ts';
import { isTrue, textOf, type StoredRecord } from '../../../engine/storage/record.ts';
import { errorMessage, page, type Markup } from './page.ts';

/**
 * The login form, with the username that was entered and an error message. OptionsSelfRegistrationEnabled "displays a Not a member?
 * link on the login page" (Object Reference, "Network" [F-034]).
 */
export function loginPage(site: StoredRecord, form: { username: string; message: string | null }): Markup {
  return page(
    site,
    'Log In',
    html`<h1>${textOf(site, 'Name')}</h1>
      ${errorMessage(form.message)}
      <form method="post" action="${loginPath(site)}" novalidate>
        <label for="username">Username</label>
        <input
          id="username"
          name="username"
          value="${form.username}"
          autocomplete="username"
          autocapitalize="none"
          spellcheck="false"
          required
        />
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required />
        <button type="submit">Log In</button>
      </form>
      <p><a href="${loginPath(site)}/forgot">Forgot your password?</a></p>
      ${isTrue(site, 'OptionsSelfRegistrationEnabled') ? html`<p><a href="${selfRegisterPath(site)}">Not a member?</a></p>` : ''}`
  );
}
