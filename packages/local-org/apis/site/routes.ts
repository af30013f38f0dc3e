import { Hono, type Context } from 'hono';
import { homePath, loginPath, setPasswordPath } from '../../engine/login/sitePaths.ts';
import type { Org } from '../../engine/org/org.ts';
import { textOf, type StoredRecord } from '../../engine/storage/record.ts';
import { loginAsRoutes } from './loginAs/routes.ts';
import { forgotPasswordPage, forgotPasswordSentPage } from './pages/forgotPasswordPage.ts';
import { homePage } from './pages/homePage.ts';
import { loginPage } from './pages/loginPage.ts';
import { brokenLinkPage, setPasswordPage } from './pages/setPasswordPage.ts';
import { readForm, requireLiveSite, type SiteEnv } from './requests.ts';
import { selfRegisterRoutes } from './selfRegistration/routes.ts';
import { createSessions } from './siteSessions.ts';

/** The texts of Site.login, which do not tell whether the username or the password was wrong. */
const LOGIN_FAILED = 'Your login attempt has failed. Make sure the username and password are correct.';
const USERNAME_EMPTY = 'Enter a value in the User Name field.';
const PASSWORD_EMPTY = 'Enter a value in the Password field.';

/**
 * The login pages and the home page of every site, below its URL path prefix. Other paths are passed on.
 * `org` is called for each request, because a reset replaces the org.
 */
export function siteRoutes(org: () => Org): Hono<SiteEnv> {
  const sessions = createSessions();
  const app = new Hono<SiteEnv>();
  app.route('/', loginAsRoutes(org, sessions));
  const liveSite = requireLiveSite(org);

  function enter(c: Context, site: StoredRecord, userId: string): void {
    org().siteLogin.noteLogin(userId);
    sessions.start(c, org(), site, userId);
  }

  app.route('/', selfRegisterRoutes(org, enter));

  app.get('/:site/login', liveSite, (c) => c.html(loginPage(c.var.site, { username: '', message: null })));

  app.post('/:site/login', liveSite, async (c) => {
    const { site } = c.var;
    const form = await readForm(c);
    const [username, password] = [form('username'), form('password')];
    const empty = username === '' ? USERNAME_EMPTY : password === '' ? PASSWORD_EMPTY : null;
    if (empty !== null) return c.html(loginPage(site, { username, message: empty }), 400);
    const signIn = org().siteLogin.signIn(site.Id, username, password);
    switch (signIn.kind) {
      case 'signedIn':
        enter(c, site, signIn.userId);
        return c.redirect(homePath(site), 303);
      case 'passwordExpired':
        return c.redirect(setPasswordPath(site, signIn.token), 303);
      case 'refused':
        return c.html(loginPage(site, { username, message: LOGIN_FAILED }), 401);
    }
  });

  app.post('/:site/logout', liveSite, (c) => {
    sessions.end(c, org(), c.var.site);
    return c.redirect(loginPath(c.var.site), 303);
  });

  app.get('/:site/login/set-password', liveSite, (c) => {
    const token = c.req.query('token') ?? '';
    const state = org().siteLogin.linkState(token);
    if (state.kind !== 'open') return c.html(brokenLinkPage(c.var.site, state.kind), 410);
    return c.html(setPasswordPage(c.var.site, usernameOf(org(), state.userId), { token, message: null }));
  });

  app.post('/:site/login/set-password', liveSite, async (c) => {
    const { site } = c.var;
    const form = await readForm(c);
    const [token, password] = [form('token'), form('password')];
    const state = org().siteLogin.linkState(token);
    if (state.kind !== 'open') return c.html(brokenLinkPage(site, state.kind), 410);
    const message =
      password === form('confirmation')
        ? (org().siteLogin.setPassword(token, password)?.message ?? null)
        : 'Your passwords do not match.';
    if (message !== null) {
      return c.html(setPasswordPage(site, usernameOf(org(), state.userId), { token, message }), 400);
    }
    if (!org().siteLogin.mayLogIn(site.Id, state.userId)) return c.redirect(loginPath(site), 303);
    enter(c, site, state.userId);
    return c.redirect(homePath(site), 303);
  });

  app.get('/:site/login/forgot', liveSite, (c) => c.html(forgotPasswordPage(c.var.site)));

  app.post('/:site/login/forgot', liveSite, async (c) => {
    const form = await readForm(c);
    org().siteLogin.forgotPassword(c.var.site.Id, form('username'));
    return c.html(forgotPasswordSentPage(c.var.site));
  });

  // Both paths are needed, because the app that mounts these routes may be strict about the last slash.
  app.on('GET', ['/:site/s/', '/:site/s'], liveSite, (c) => {
    const user = org().find(sessions.userOf(c, org(), c.var.site) ?? '');
    if (user === undefined || !org().siteLogin.mayLogIn(c.var.site.Id, user.Id)) {
      return c.redirect(loginPath(c.var.site), 303);
    }
    return c.html(homePage(org(), c.var.site, user));
  });

  for (const path of ['/:site', '/:site/']) {
    app.get(path, liveSite, (c) => c.redirect(homePath(c.var.site), 303));
  }
  return app;
}

function usernameOf(org: Org, userId: string): string {
  const user = org.find(userId);
  return user === undefined ? '' : textOf(user, 'Username');
}
