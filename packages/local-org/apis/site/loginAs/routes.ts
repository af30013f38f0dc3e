import { Hono } from 'hono';
import { homePath } from '../../../engine/login/sitePaths.ts';
import type { Org } from '../../../engine/org/org.ts';
import type { StoredRecord } from '../../../engine/storage/record.ts';
import { requireSession, type CallEnv } from '../../shared/session.ts';
import type { View } from '../../shared/view.ts';
import { readForm } from '../requests.ts';
import type { Sessions } from '../siteSessions.ts';
import { findLoginAsRefusal, type LoginAsRefusal } from './loginAsRefusal.ts';
import { loginAsPage, loginAsRefusedPage } from './pages.ts';

const PATH = '/servlet/servlet.su';

/**
 * `/servlet/servlet.su?oid&retURL&sunetworkid&sunetworkuserid` logs the current user in to a site as one of its users. The address is
 * not documented; its parameters are those of public code. An org identifies the current user by the session cookie, this one by the
 * bearer token, which the page's host adds. An org logs in at once; here the address asks first and a POST logs in, because a page
 * of another site can open an address but cannot send the form. `LastLoginDate` does not change, because the user has not logged in.
 */
export function loginAsRoutes(org: () => Org, sessions: Sessions): Hono<CallEnv> {
  const app = new Hono<CallEnv>();

  app.get(PATH, requireSession(org), (c) => {
    c.header('Cache-Control', 'no-store');
    const target = targetOf(c.var.view, (name) => c.req.query(name) ?? '');
    return target.kind === 'refused'
      ? c.html(loginAsRefusedPage(target.refusal), 403)
      : c.html(loginAsPage(PATH, target.site, target.user));
  });

  app.post(PATH, requireSession(org), async (c) => {
    c.header('Cache-Control', 'no-store');
    const target = targetOf(c.var.view, await readForm(c));
    if (target.kind === 'refused') return c.html(loginAsRefusedPage(target.refusal), 403);
    sessions.start(c, org(), target.site, target.user.Id);
    return c.redirect(homePath(target.site), 303);
  });

  return app;
}

type Target =
  | { readonly kind: 'allowed'; readonly site: StoredRecord; readonly user: StoredRecord }
  | { readonly kind: 'refused'; readonly refusal: LoginAsRefusal };

/** The site and the user that a request names, if the person may log in as that user. */
function targetOf(view: View, parameter: (name: string) => string): Target {
  const [networkId, userId] = [parameter('sunetworkid'), parameter('sunetworkuserid')];
  const refusal = findLoginAsRefusal(view, networkId, userId);
  const site = view.org.find(networkId);
  const user = view.org.find(userId);
  if (refusal !== null || site === undefined || user === undefined) {
    return { kind: 'refused', refusal: refusal ?? 'notMember' };
  }
  return { kind: 'allowed', site, user };
}
