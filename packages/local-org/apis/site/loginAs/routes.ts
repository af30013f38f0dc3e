import { Hono } from 'hono';
import { findLoginAsRefusal } from './loginAsRefusal.ts';
import { requireSession, type CallEnv } from '../../shared/session.ts';
import { homePath } from '../../../engine/login/sitePaths.ts';
import { loginAsRefusedPage } from './refusedPage.ts';
import type { Sessions } from '../siteSessions.ts';
import type { Org } from '../../../engine/org/org.ts';

/**
 * `/servlet/servlet.su?oid&retURL&sunetworkid&sunetworkuserid`: lets the running person into a site as its user. The address is
 * not documented; its parameters are those of public code. An org knows the person by the session cookie, this one by the bearer
 * token, which whoever plays the browser's org adds. The log-in is not the user's own: `LastLoginDate` stays.
 */
export function loginAsRoute(org: () => Org, sessions: Sessions): Hono<CallEnv> {
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
