import type { MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { answerError, sessionInvalid } from './errors.ts';
import { viewOf, type View } from './view.ts';
import type { Org } from '../../engine/org/org.ts';

/** What the routes find in the Hono context once the caller is known. */
export interface CallEnv {
  Variables: { view: View };
}

/** `Bearer <token>` or `OAuth <token>`; empty without either. */
export function tokenOf(header: string | undefined): string {
  return /^(?:bearer|oauth)\s+(.+)$/i.exec(header ?? '')?.[1]?.trim() ?? '';
}

/** Lets only a known token pass: 401 INVALID_SESSION_ID otherwise. */
export function requireSession(org: () => Org): MiddlewareHandler<CallEnv> {
  return createMiddleware<CallEnv>(async (c, next) => {
    const view = viewOf(org(), tokenOf(c.req.header('Authorization')));
    if (view === null) return answerError(c, sessionInvalid);
    c.set('view', view);
    await next();
    return undefined;
  });
}
