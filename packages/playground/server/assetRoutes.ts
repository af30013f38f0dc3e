import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { packageDirectory } from '../build/npmPackages.ts';
import { readDesignSystemCss } from './designSystemCss.ts';

const OWN_ASSETS = join(import.meta.dirname, 'assets');
const DAY_SECONDS = 86_400;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8'
};

/**
 * The files that a page loads beside modules: its start script, its stylesheets, and the icons and fonts of the design
 * system.
 */
export function assetRoutes(): Hono {
  const app = new Hono();
  const designSystem = join(packageDirectory('@salesforce-ux/design-system'), 'assets');
  const designSystemCss = readDesignSystemCss(designSystem);
  const forADay = { 'Cache-Control': `public, max-age=${String(DAY_SECONDS)}` };

  app.get('/:file{(?:start\\.js|host\\.css|pages\\.css|theme\\.css)}', async (c) => {
    const file = c.req.param('file');
    return c.body(await readFile(join(OWN_ASSETS, file), 'utf8'), 200, {
      'Content-Type': CONTENT_TYPES[extname(file)] ?? '',
      'Cache-Control': 'no-cache'
    });
  });

  app.get('/design-system.css', async (c) =>
    c.body(await designSystemCss, 200, { 'Content-Type': CONTENT_TYPES['.css'] ?? '', ...forADay })
  );

  app.use('/slds/*', async (c, next) => {
    await next();
    c.header('Cache-Control', forADay['Cache-Control']);
  });
  app.get(
    '/slds/*',
    serveStatic({ root: designSystem, rewriteRequestPath: (path) => path.replace('/playground/slds', '') })
  );

  return app;
}
