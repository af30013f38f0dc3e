import { Hono } from 'hono';
import { homePath } from '../../../engine/login/sitePaths.ts';
import type { Org } from '../../../engine/org/org.ts';
import { requireSession, type CallEnv } from '../../shared/session.ts';
import type { Sessions } from '../siteSessions.ts';
import { findLoginAsRefusal } from './loginAsRefusal.ts';
import { loginAsRefusedPage } from './refusedPage.ts';

/**
 * `/servlet/servlet.su?oid&retURL&sunetworkid&sunetworkuserid` logs the current user in to a site as one of its users. The address is
 * not documented; its parameters are those of public code. An org identifies the current user by the session cookie, this one by the
 * bearer token, which the page's host adds. `LastLoginDate` does not change, because the user has not logged in.
 */
export function loginAsRoutes(org: () => Org, sessions: Sessions): Hono<CallEnv> {
  const app = new Hono<CallEnv>();
  app.get('/servlet/servlet.su', requireSession(org), (c) => {
    c.header('Cache-Control', 'no-store');
    const [networkId, userId] = [c.req.query('sunetworkid') ?? '', c.req.query('sunetworkuserid') ?? ''];
    const refusal = findLoginAsRefusal(c.var.view, networkId, userId);
    const site = org().find(networkId);
    const user = org().find(userId);
    if (refusal !== null || site === undefined || user === undefined) {
      return c.html(loginAsRefusedPage(refusal ?? 'notMember'), 403);
    }
    sessions.start(c, org(), site, user.Id);
    return c.redirect(homePath(site), 303);
  });
  return app;
}
