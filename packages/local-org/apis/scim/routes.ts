import { Hono } from 'hono';
import type { Org } from '../../engine/org/org.ts';
import { refreshTokenOf } from '../shared/credentials.ts';
import { answerError, resourceNotFound } from '../shared/errors.ts';
import { readJsonObject } from '../shared/jsonBody.ts';
import { requireSession, type CallEnv } from '../shared/session.ts';
import { scimErrors } from './errors.ts';
import { readScimUser, userFieldsOf } from './requests.ts';

const SCHEMA = 'urn:scim:schemas:core:1.0';

/**
 * `POST /services/scim/v1/Users` creates a user, as `sf org create user` does. Source: Help, "SCIM and REST API Reference Sheet".
 * With the header `auto-approve-user`, the answer of a scratch org has a refresh token of the new user [F-166].
 */
export function scimRoutes(org: () => Org): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();
  routes.use('*', requireSession(org));
  routes.post('/Users', async (c) => {
    const view = c.get('view');
    const object = view.org.schema.object('User');
    if (object === undefined) return answerError(c, resourceNotFound);
    const body = await readJsonObject(c.req);
    if (!body.ok) return answerError(c, body.error);
    const user = readScimUser(body.value);
    const result = view.org.transact(view.person, { allOrNone: true }, (writes) =>
      writes.insert(object, userFieldsOf(view.org, user))
    );
    if (!result.success) return c.json(scimErrors(result.errors), 400);
    if (c.req.header('auto-approve-user') === 'true' && isScratchOrg(view.org)) {
      c.header('auto-approve-user', refreshTokenOf(view.org, view.org.addPerson(result.id)));
    }
    const { userName, familyName, email, nickName, profileId } = user;
    const location = `${view.org.url}/services/scim/v1/Users/${result.id}`;
    return c.json(
      {
        schemas: [SCHEMA],
        id: result.id,
        userName,
        name: { familyName },
        nickName,
        emails: [{ value: email, primary: true }],
        entitlements: [{ value: profileId, primary: true }],
        active: true,
        meta: { location }
      },
      201,
      { Location: location }
    );
  });
  return routes;
}

/** A sandbox with a trial, by which the CLI recognizes a scratch org. */
function isScratchOrg(org: Org): boolean {
  const object = org.schema.object('Organization');
  const organization = object === undefined ? undefined : org.all(object)[0];
  return organization?.['IsSandbox'] === true && (organization['TrialExpirationDate'] ?? null) !== null;
}
