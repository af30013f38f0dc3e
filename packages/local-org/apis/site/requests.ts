import type { Context, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { textOf, type StoredRecord } from '../../engine/storage/record.ts';
import { closedPage } from './pages/standardPages.ts';
import type { Org } from '../../engine/org/org.ts';

/** What the routes of a site know of it. */
export interface SiteEnv {
  Variables: { site: StoredRecord };
}

/** Passes on what is no site's path; a site that is not live shows its closed page, whatever is asked of it. */
export function requireLiveSite(org: () => Org): MiddlewareHandler<SiteEnv, '/:site/*'> {
  return createMiddleware<SiteEnv, '/:site/*'>(async (c, next) => {
    const site = findSite(org(), c.req.param('site'));
    if (site === undefined) return c.notFound();
    if (textOf(site, 'Status') !== 'Live') return c.html(closedPage(site), 503);
    c.set('site', site);
    c.header('Cache-Control', 'no-store');
    await next();
    return undefined;
  });
}

/** Path prefixes are matched without regard to case, as in a real org's URLs. */
function findSite(org: Org, prefix: string): StoredRecord | undefined {
  const network = org.schema.object('Network');
  if (network === undefined || prefix === '') return undefined;
  return org.all(network).find((site) => textOf(site, 'UrlPathPrefix').toLowerCase() === prefix.toLowerCase());
}

/** Gives the text fields of a form by name; empty where the form has none. */
export async function readForm(c: Context): Promise<(name: string) => string> {
  const body = await c.req.parseBody();
  return (name) => {
    const value = body[name];
    return typeof value === 'string' ? value : '';
  };
}
