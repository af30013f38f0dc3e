import { Hono, type Context } from 'hono';
import { ingestJobsOf } from '../apis/bulk/ingestJobs.ts';
import { readJsonObject } from '../apis/shared/jsonBody.ts';
import type { Org } from '../engine/org/org.ts';
import { populate } from '../engine/org/populate.ts';
import { isId, toId18 } from '../engine/storage/ids.ts';
import type { Faults } from './faults.ts';
import type { Latency } from './latency.ts';
import { readFault, readPace, readPopulation } from './requests.ts';

/** One request since the last reset, as `GET /__local/requests` lists it. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
}

/**
 * Routes below `/__local` by which tests control the org: reset, clock, outbox, faults, pace, sessions, locks, memberships,
 * bulk jobs, request log.
 * Salesforce has nothing like them, so an org serves them only when asked to. A bad body is answered with 400 `{ error }`.
 */
export function controlRoutes(control: {
  readonly org: () => Org;
  readonly startingOrgs: readonly string[];
  readonly reset: (name: string) => void;
  readonly faults: Faults;
  readonly latency: Latency;
  readonly requests: () => readonly LoggedRequest[];
}): Hono {
  const routes = new Hono();

  routes.post('/reset', async (c) => {
    const body = await readJsonObject(c.req);
    const name = body.ok ? body.value.org : undefined;
    if (typeof name !== 'string' || !control.startingOrgs.includes(name)) {
      return bad(c, `org must be one of ${control.startingOrgs.join(', ')}`);
    }
    control.reset(name);
    return c.body(null, 204);
  });

  routes.post('/clock', async (c) => {
    const body = await readJsonObject(c.req);
    const milliseconds = body.ok ? body.value.advanceMilliseconds : undefined;
    if (typeof milliseconds !== 'number' || Math.abs(milliseconds) > MOST_MILLISECONDS) {
      return bad(c, 'advanceMilliseconds must be a number of at most a hundred years');
    }
    control.org().clock.advance(milliseconds);
    return c.json({ now: new Date(control.org().clock.now()).toISOString() });
  });

  routes.get('/outbox', (c) => c.json(control.org().outbox));

  routes.get('/outbox/:file{.+\\.eml}', (c) => {
    const id = c.req.param('file').replace(/\.eml$/, '');
    const mail = control.org().outbox.find((one) => one.id === id);
    if (mail === undefined) return c.json({ error: `No mail ${id}` }, 404);
    return c.body(mail.eml, 200, { 'Content-Type': 'message/rfc822; charset=UTF-8' });
  });

  routes.post('/faults', async (c) => {
    const body = await readJsonObject(c.req);
    const fault = body.ok ? readFault(body.value) : null;
    if (fault === null) return bad(c, 'a fault has method, path, times and an effect of a known kind');
    control.faults.add(fault);
    return c.body(null, 204);
  });

  routes.get('/faults', (c) => c.json(control.faults.count()));

  routes.delete('/faults', (c) => {
    control.faults.clear();
    return c.body(null, 204);
  });

  routes.post('/populate', async (c) => {
    const body = await readJsonObject(c.req);
    const population = body.ok ? readPopulation(body.value) : null;
    if (population === null) return bad(c, 'accounts and contacts must be whole numbers, seats numbers by license');
    populate(control.org(), population);
    return c.body(null, 204);
  });

  routes.post('/sessions/end', async (c) => {
    const body = await readJsonObject(c.req);
    const label = body.ok ? body.value.person : undefined;
    const person = control.org().people.find((one) => one.label === label);
    if (person === undefined) return bad(c, 'person must be the label of a person of the org');
    control.org().endSession(person);
    return c.body(null, 204);
  });

  routes.post('/locks', async (c) => {
    const body = await readJsonObject(c.req);
    const { id, attempts } = body.ok ? body.value : {};
    if (typeof id !== 'string' || !isId(id) || typeof attempts !== 'number')
      return bad(c, 'a lock has id and attempts');
    control.org().locks.refuse(toId18(id), attempts);
    return c.body(null, 204);
  });

  routes.delete('/locks', (c) => {
    control.org().locks.clear();
    return c.body(null, 204);
  });

  routes.post('/memberships', async (c) => {
    const body = await readJsonObject(c.req);
    const isHeld = body.ok ? body.value.isHeld : undefined;
    if (typeof isHeld !== 'boolean') return bad(c, 'isHeld must be true or false');
    if (isHeld) control.org().memberships.hold();
    else control.org().memberships.release();
    return c.body(null, 204);
  });

  routes.post('/bulk', async (c) => {
    const body = await readJsonObject(c.req);
    const chunks = body.ok ? body.value.stopAfterChunks : undefined;
    if (chunks !== null && typeof chunks !== 'number') return bad(c, 'stopAfterChunks must be a number or null');
    ingestJobsOf(control.org()).runner.stopAfter(chunks);
    return c.body(null, 204);
  });

  routes.post('/pace', async (c) => {
    const body = await readJsonObject(c.req);
    const pace = body.ok ? readPace(body.value) : null;
    if (pace === null) return bad(c, 'rowsPerSecond and latencyMilliseconds must be numbers from 0 on, 0 for no pace');
    ingestJobsOf(control.org()).runner.setPace(pace.rowsPerSecond);
    control.latency.set(pace.latencyMilliseconds);
    return c.body(null, 204);
  });

  routes.get('/requests', (c) => c.json(control.requests()));

  return routes;
}

/** A hundred years. Later dates have no text in ISO 8601 with four digits. */
const MOST_MILLISECONDS = 100 * 365.25 * 24 * 60 * 60 * 1000;

function bad(c: Context, error: string): Response {
  return c.json({ error }, 400);
}
