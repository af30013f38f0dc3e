import { html } from 'hono/html';
import { loginPath } from '../../../engine/login/sitePaths.ts';
import type { StoredRecord } from '../../../engine/storage/record.ts';
import { page, type Markup } from './page.ts';

/** The form that asks for the username whose password is reset. */
export function forgotPasswordPage(site: StoredRecord): Markup {
  return page(
    site,
    'Forgot Your Password',
    html`<h1>Password Reset</h1>
      <p>
        To reset your password, we'll need your username. We'll send password reset instructions to the email address
        associated with your account.
      </p>
      <form method="post" action="${loginPath(site)}/forgot">
        <label for="username">Username</label>
        <input
          id="username"
          name="username"
          autocomplete="username"
          autocapitalize="none"
          spellcheck="false"
          required
        />
        <button type="submit">Reset Password</button>
      </form>
      <p><a href="${loginPath(site)}">Cancel</a></p>`
  );
}

/** The same page for every username, so that it does not reveal which usernames exist. */
export function forgotPasswordSentPage(site: StoredRecord): Markup {
  return page(
    site,
    'Check Your Email',
    html`<h1>Now, check your email</h1>
      <p role="status">
        Check the email account associated with your user account for instructions on resetting your password.
      </p>
      <p><a href="${loginPath(site)}">Back to login</a></p>`
  );
}
