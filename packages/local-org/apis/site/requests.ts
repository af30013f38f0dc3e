import type { Context, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Org } from '../../engine/org/org.ts';
import { textOf, type StoredRecord } from '../../engine/storage/record.ts';
import { closedPage } from './pages/standardPages.ts';

/** The Hono variables of a site's routes. */
export interface SiteEnv {
  Variables: { site: StoredRecord };
}

/** Finds the site of a path. An unknown site is not found; a site that is not live shows its closed page for every path. */
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

/** Finds a site by its path prefix, without regard to case, as in a real org's URLs. */
function findSite(org: Org, prefix: string): StoredRecord | undefined {
  const network = org.schema.object('Network');
  if (network === undefined || prefix === '') return undefined;
  return org.all(network).find((site) => textOf(site, 'UrlPathPrefix').toLowerCase() === prefix.toLowerCase());
}

/** Reads a form and returns its texts by name; a missing field is empty. */
export async function readForm(c: Context): Promise<(name: string) => string> {
  const body = await c.req.parseBody();
  return (name) => {
    const value = body[name];
    return typeof value === 'string' ? value : '';
  };
}
