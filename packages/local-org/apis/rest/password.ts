import { Hono, type Context } from 'hono';
import { answerError, ok, refused, resourceNotFound, type Outcome } from '../shared/errors.ts';
import { readJsonObject } from '../shared/jsonBody.ts';
import type { CallEnv } from '../shared/session.ts';
import { mayManagePassword, setPassword, userOfPassword } from '../shared/userPassword.ts';
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
    const refusal = setPassword(c.get('view'), userId.value, password);
    if (refusal === null) return c.body(null, 204);
    const { statusCode: errorCode, message } = refusal;
    return answerError(c, { status: errorCode === 'INSUFFICIENT_ACCESS' ? 403 : 400, errorCode, message });
  });

  routes.delete('/:id/password', (c) => {
    const userId = userIdOf(c);
    if (!userId.ok) return answerError(c, userId.error);
    return c.json({ NewPassword: c.get('view').org.passwords.reset(userId.value) });
  });

  return routes;
}

function userIdOf(c: Context<CallEnv>): Outcome<string> {
  const view = c.get('view');
  const userId = userOfPassword(view, c.req.param('id') ?? '');
  if (userId === null) return refused(resourceNotFound);
  return mayManagePassword(view, userId) ? ok(userId) : refused(mayNotManagePassword);
}
