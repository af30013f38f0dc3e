import { Hono, type Context, type MiddlewareHandler } from 'hono';
import type { LocalOrg } from 'sfdx-local-org';
import { selectedPerson } from '../selection.ts';
import { companyRoutes } from './companyInformation.ts';
import { experienceRoutes } from './experiences.ts';
import { permissionSetRoutes } from './permissionSets.ts';
import { profileRoutes } from './profiles.ts';
import { may, showDenied, showOtherPage, type SetupDoors, type SetupOrg } from './setupPage.ts';
import { siteListRoutes } from './sites.ts';
import { userRoutes } from './users.ts';

/**
 * The pages of Setup on which an administrator removes what stands in the way, below `/lightning/setup`. They act by the APIs of
 * the org in the name of the signed-in person, who needs View Setup and Configuration. Any other page is only named.
 */
export function setupRoutes(localOrg: SetupOrg & SetupDoors): Hono {
  const app = new Hono();

  app.use('*', setupViewersOnly(localOrg));
  app.route('/', userRoutes(localOrg));
  app.route('/', profileRoutes(localOrg));
  app.route('/', permissionSetRoutes(localOrg));
  app.route('/', companyRoutes(localOrg));
  app.route('/', siteListRoutes(localOrg));
  app.route('/', experienceRoutes(localOrg));
  app.get('/:node/:page', (c) => showOtherPage(c, c.req.param('node')));

  return app;
}

function setupViewersOnly(localOrg: SetupOrg): MiddlewareHandler {
  return async (c: Context, next) => {
    c.header('Cache-Control', 'no-store');
    if (!may(c, localOrg, 'ViewSetup')) return showDenied(c);
    await next();
    return undefined;
  };
}

/** Forwards `/servlet/…` to the org in the name of the signed-in person, because pages have no session cookie here. */
export function forwardAsPerson(
  localOrg: Pick<LocalOrg, 'name' | 'people' | 'fetch'>
): (c: Context) => Promise<Response> {
  return async (c) => {
    const headers = new Headers(c.req.raw.headers);
    headers.set('Authorization', `Bearer ${selectedPerson(c, localOrg).accessToken}`);
    const { method, url } = c.req;
    const body = method === 'GET' ? null : await c.req.text();
    return localOrg.fetch(new Request(url, { method, headers, body }));
  };
}
