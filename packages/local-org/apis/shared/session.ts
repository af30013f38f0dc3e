import type { MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Org } from '../../engine/org/org.ts';
import { answerError, sessionInvalid } from './errors.ts';
import { viewOf, type View } from './view.ts';

/** The variables of a request's Hono context once the session is known. */
export interface CallEnv {
  Variables: { view: View };
}

/** Reads `Bearer <token>` or `OAuth <token>`; empty for another header. */
export function tokenOf(header: string | undefined): string {
  return /^(?:bearer|oauth)\s+(\S.*)$/i.exec(header ?? '')?.[1]?.trim() ?? '';
}

/** Refuses an unknown token with 401 INVALID_SESSION_ID. */
export function requireSession(org: () => Org): MiddlewareHandler<CallEnv> {
  return createMiddleware<CallEnv>(async (c, next) => {
    const view = viewOf(org(), tokenOf(c.req.header('Authorization')));
    if (view === null) return answerError(c, sessionInvalid);
    c.set('view', view);
    await next();
    return undefined;
  });
}
