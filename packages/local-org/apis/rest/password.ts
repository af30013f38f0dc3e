import { Hono, type Context } from 'hono';
import { answerError, ok, refused, resourceNotFound, type Outcome } from '../shared/errors.ts';
import { readJsonObject } from '../shared/jsonBody.ts';
import type { CallEnv } from '../shared/session.ts';
import { visibleRecord } from '../shared/view.ts';
import { mayNotManagePassword, noNewPassword } from './errors.ts';

/** Manage and Reset User Passwords (REST API Developer Guide), below `/sobjects/User/{id}/password`. */
export function passwordRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();

  routes.get('/:id/password', (c) => {
    const userId = userIdOf(c);
    if (!userId.ok) return answerError(c, userId.error);
    return c.json({ isExpired: c.get('view').org.passwords.isExpired(userId.value) });
  });

  routes.post('/:id/password', async (c) => {
    const userId = userIdOf(c);
    if (!userId.ok) return answerError(c, userId.error);
    const body = await readJsonObject(c.req);
    if (!body.ok) return answerError(c, body.error);
    const password = body.value.NewPassword;
    if (typeof password !== 'string') {
      return answerError(c, noNewPassword);
    }
    const refusal = c.get('view').org.passwords.set(userId.value, password);
    if (refusal === null) return c.body(null, 204);
    return answerError(c, { status: 400, errorCode: refusal.statusCode, message: refusal.message });
  });

  routes.delete('/:id/password', (c) => {
    const userId = userIdOf(c);
    if (!userId.ok) return answerError(c, userId.error);
    return c.json({ NewPassword: c.get('view').org.passwords.reset(userId.value) });
  });

  return routes;
}

/** Everybody may manage their own password; another user's needs the permission to reset passwords. */
function userIdOf(c: Context<CallEnv>): Outcome<string> {
  const view = c.get('view');
  const found = visibleRecord(view, c.req.param('id') ?? '');
  if (found?.object.apiName !== 'User') return refused(resourceNotFound);
  const userId = found.record.Id;
  return userId === view.person.userId || view.access.has('ResetPasswords')
    ? ok(userId)
    : refused(mayNotManagePassword);
}
