import { Hono } from 'hono';
import type { Person } from '../../engine/access/person.ts';
import type { Org } from '../../engine/org/org.ts';
import { redeemCode, refreshTokenOf, sessionKeysOf } from '../shared/credentials.ts';
import { pathWithin } from '../shared/paths.ts';
import { tokenOf } from '../shared/session.ts';
import { viewOf, type View } from '../shared/view.ts';

/**
 * Answers what a client asks about its token (OpenID Connect user info, identity URL), exchanges a one-time code or a refresh
 * token for an access token, and leads a browser to a page (`singleaccess`, frontdoor.jsp). There is no login page.
 */
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

  routes.post('/services/oauth2/token', async (c) => {
    const { grant_type: grantType, code, refresh_token: refreshToken } = await c.req.parseBody();
    const person =
      grantType === 'authorization_code' && typeof code === 'string'
        ? redeemCode(org(), code)
        : org().people.find((one) => grantType === 'refresh_token' && refreshTokenOf(org(), one) === refreshToken);
    if (person !== undefined) return c.json(tokenAnswer(org(), person));
    const what = grantType === 'refresh_token' ? 'access/refresh token' : 'authorization code';
    return c.json({ error: 'invalid_grant', error_description: `expired ${what}` }, 400);
  });

  // Source: Help, "Generate a Frontdoor URL to Bridge into a Single-Access UI Session".
  routes.on(['GET', 'POST'], '/services/oauth2/singleaccess', (c) => {
    const view = viewFor(c.req.header('Authorization'));
    if (view === null) return c.json({ error: 'invalid_session_id', error_description: 'session is invalid' }, 403);
    const query = new URLSearchParams({ otp: sessionKeysOf(org()).create(view.person) });
    const target = c.req.query('redirect_uri');
    if (target !== undefined) query.set('startURL', target);
    return c.json({ frontdoor_uri: `${org().url}/secur/frontdoor.jsp?${query.toString()}` });
  });

  routes.get('/secur/frontdoor.jsp', (c) => {
    const person = sessionKeysOf(org()).redeem(c.req.query('otp') ?? '');
    if (person === undefined) return c.text('This link has already been used, or it is not valid.', 401);
    // No cookie has the access token, because browsers send cookies to every port of this machine.
    return c.redirect(pathWithin(c.req.url, c.req.query('startURL') ?? '/'));
  });

  return routes;
}

/** The answer to a token request. Source: Help, "OAuth 2.0 Web Server Flow". */
function tokenAnswer(org: Org, person: Person) {
  return {
    access_token: person.accessToken,
    refresh_token: refreshTokenOf(org, person),
    scope: 'refresh_token web api',
    instance_url: org.url,
    id: `${org.url}/id/${org.id}/${person.userId}`,
    token_type: 'Bearer',
    issued_at: String(org.clock.now())
  };
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
