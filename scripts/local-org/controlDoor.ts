import { Hono, type Context } from 'hono';
import type { Faults } from './faults.ts';
import { readJsonObject } from './jsonBody.ts';
import { readFault } from './readFault.ts';
import type { Org } from './types.ts';

/** One request since the last reset, as `GET /__local/requests` lists it. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
}

/**
 * The control door for tests, below `/__local`: reset, clock, outbox, faults, request log. It is no part of Salesforce
 * and is there only when asked for. A bad body is 400 `{ error }`.
 */
export function controlDoorRoutes(door: {
  readonly org: () => Org;
  readonly startingOrgs: readonly string[];
  readonly reset: (name: string) => void;
  readonly faults: Faults;
  readonly requests: () => readonly LoggedRequest[];
}): Hono {
  const routes = new Hono();

  routes.post('/reset', async (c) => {
    const body = await readJsonObject(c.req);
    const name = body.ok ? body.value.org : undefined;
    if (typeof name !== 'string' || !door.startingOrgs.includes(name)) {
      return bad(c, `org must be one of ${door.startingOrgs.join(', ')}`);
    }
    door.reset(name);
    return c.body(null, 204);
  });

  routes.post('/clock', async (c) => {
    const body = await readJsonObject(c.req);
    const milliseconds = body.ok ? body.value.advanceMilliseconds : undefined;
    if (typeof milliseconds !== 'number') return bad(c, 'advanceMilliseconds must be a number');
    door.org().clock.advance(milliseconds);
    return c.json({ now: new Date(door.org().clock.now()).toISOString() });
  });

  routes.get('/outbox', (c) => c.json(door.org().outbox));

  routes.get('/outbox/:file{.+\\.eml}', (c) => {
    const id = c.req.param('file').replace(/\.eml$/, '');
    const mail = door.org().outbox.find((one) => one.id === id);
    if (mail === undefined) return c.json({ error: `No mail ${id}` }, 404);
    return c.body(mail.eml, 200, { 'Content-Type': 'message/rfc822; charset=UTF-8' });
  });

  routes.post('/faults', async (c) => {
    const body = await readJsonObject(c.req);
    const fault = body.ok ? readFault(body.value) : null;
    if (fault === null) return bad(c, 'a fault has method, path, times and an effect of a known kind');
    door.faults.add(fault);
    return c.body(null, 204);
  });

  routes.get('/faults', (c) => c.json(door.faults.count()));

  routes.delete('/faults', (c) => {
    door.faults.clear();
    return c.body(null, 204);
  });

  routes.get('/requests', (c) => c.json(door.requests()));

  return routes;
}

function bad(c: Context, error: string): Response {
  return c.json({ error }, 400);
}
