import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { packageDirectory } from '../build/npmPackages.ts';
import { readFonts } from './fonts.ts';
import type { DesignSystem } from './selection.ts';

const OWN_ASSETS = join(import.meta.dirname, 'assets');
const DAY_SECONDS = 86_400;

const CSS = 'text/css; charset=utf-8';
const CONTENT_TYPES: Readonly<Record<string, string>> = { '.css': CSS, '.js': 'text/javascript; charset=utf-8' };

/** The stylesheet of each version of the design system in its npm package. */
const STYLESHEETS: Readonly<Record<DesignSystem, readonly [packageName: string, path: string]>> = {
  slds2: ['@salesforce-ux/design-system-2', 'dist/css/bundled/slds2.cosmos.css'],
  slds1: ['@salesforce-ux/design-system', 'assets/styles/salesforce-lightning-design-system.min.css']
};

/**
 * The files that a page loads beside modules: its start script, its stylesheets and fonts, and the icons of the design
 * system. SLDS 2 has no icons of its own.
 */
export function assetRoutes(): Hono {
  const app = new Hono();
  const icons = join(packageDirectory('@salesforce-ux/design-system'), 'assets');
  const fonts = readFonts();
  const forADay = { 'Cache-Control': `public, max-age=${String(DAY_SECONDS)}` };

  app.get('/:file{(?:start\\.js|host\\.css|shell\\.css|pages\\.css)}', async (c) => {
    const file = c.req.param('file');
    return c.body(await readFile(join(OWN_ASSETS, file), 'utf8'), 200, {
      'Content-Type': CONTENT_TYPES[extname(file)] ?? '',
      'Cache-Control': 'no-cache'
    });
  });

  app.get('/:file{slds[12]\\.css}', async (c) => {
    const [packageName, path] = STYLESHEETS[c.req.param('file') === 'slds1.css' ? 'slds1' : 'slds2'];
    const css = await readFile(join(packageDirectory(packageName), path), 'utf8');
    return c.body(css, 200, { 'Content-Type': CSS, ...forADay });
  });

  app.get('/fonts.css', async (c) => c.body((await fonts).css, 200, { 'Content-Type': CSS, ...forADay }));

  app.get('/fonts/:file', async (c) => {
    const file = (await fonts).files.get(c.req.param('file'));
    return file === undefined
      ? c.notFound()
      : c.body(await readFile(file), 200, { 'Content-Type': 'font/woff2', ...forADay });
  });

  app.use('/slds/*', async (c, next) => {
    await next();
    c.header('Cache-Control', forADay['Cache-Control']);
  });
  app.get('/slds/*', serveStatic({ root: icons, rewriteRequestPath: (path) => path.replace('/playground/slds', '') }));

  return app;
}
