import { Hono } from 'hono';
import { tokenOf } from '../session.ts';
import type { Org } from '../types.ts';
import { viewOf, type View } from '../view.ts';

/** What a client learns about its token: OpenID Connect user info and the identity URL. */
export function oauthRoutes(org: () => Org): Hono {
  const routes = new Hono();
  const viewFor = (header: string | undefined) => viewOf(org(), tokenOf(header));

  routes.on(['GET', 'POST'], '/services/oauth2/userinfo', (c) => {
    const view = viewFor(c.req.header('Authorization'));
    return view === null ? c.text('Bad_OAuth_Token', 403) : c.json(userInfo(view));
  });

  routes.get('/id/:orgId/:userId', (c) => {
    const view = viewFor(c.req.header('Authorization'));
    if (view === null) return c.text('Bad_OAuth_Token', 403);
    if (c.req.param('userId') !== view.person.userId) return c.text('Wrong_Id', 404);
    const { sub: id, ...info } = userInfo(view);
    return c.json({ id, asserted_user: true, ...info, username: view.person.username });
  });

  return routes;
}

function userInfo(view: View) {
  const { org, person } = view;
  const user = org.find(person.userId);
  return {
    sub: `${org.url}/id/${org.id}/${person.userId}`,
    user_id: person.userId,
    organization_id: org.id,
    preferred_username: person.username,
    nickname: user?.CommunityNickname ?? null,
    name: user?.Name ?? null,
    email: user?.Email ?? null,
    email_verified: true,
    given_name: user?.FirstName ?? null,
    family_name: user?.LastName ?? null,
    zoneinfo: user?.TimeZoneSidKey ?? null,
    urls: { rest: `${org.url}/services/data/v{version}/`, custom_domain: org.url },
    active: user?.IsActive ?? true,
    user_type: 'STANDARD',
    language: user?.LanguageLocaleKey ?? null,
    locale: user?.LocaleSidKey ?? null
  };
}
