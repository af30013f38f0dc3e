import { Hono } from 'hono';
import type { LocalOrg } from 'sfdx-local-org';
import { MODULE_PATHS, type Build } from '../build/build.ts';
import { scopedModule } from '../build/scopedModules.ts';
import { personModule } from './personModules.ts';
import { selectedLanguage, selectedPerson } from './selection.ts';

const JAVASCRIPT = { 'Content-Type': 'text/javascript; charset=utf-8' };

export interface ModuleOptions {
  readonly localOrg: LocalOrg;
  readonly build: Pick<Build, 'file' | 'laterModule' | 'projectModule'>;
  readonly offeredLanguages: () => readonly string[];
}

/** The JavaScript modules that a page loads by its import map. */
export function moduleRoutes({ localOrg, build, offeredLanguages }: ModuleOptions): Hono {
  const app = new Hono();

  app.get(`${MODULE_PATHS.built}:file`, (c) => {
    const code = build.file(c.req.param('file'));
    return code === undefined
      ? c.notFound()
      : c.body(code, 200, { ...JAVASCRIPT, 'Cache-Control': 'public, max-age=31536000, immutable' });
  });

  app.get(`${MODULE_PATHS.onDemand}:module{.+}`, async (c) => {
    const code = await build.laterModule(c.req.param('module'));
    return code === undefined ? c.notFound() : c.body(code, 200, { ...JAVASCRIPT, 'Cache-Control': 'no-cache' });
  });

  app.get(`${MODULE_PATHS.projects}:state/:module{.+}`, async (c) => {
    const code = await build.projectModule(c.req.param('state'), c.req.param('module'));
    return code === undefined ? c.notFound() : c.body(code, 200, { ...JAVASCRIPT, 'Cache-Control': 'no-cache' });
  });

  app.get(`${MODULE_PATHS.person}:scope/:name`, async (c) => {
    const { scope, name } = c.req.param();
    const language = selectedLanguage(c, offeredLanguages());
    const code = await personModule(localOrg, selectedPerson(c, localOrg), language, scope, name);
    return code === undefined ? c.notFound() : c.body(code, 200, { ...JAVASCRIPT, 'Cache-Control': 'no-store' });
  });

  app.get(`${MODULE_PATHS.scoped}:module{.+}`, (c) => {
    const code = scopedModule(`@salesforce/${c.req.param('module')}`);
    return code === undefined ? c.notFound() : c.body(code, 200, { ...JAVASCRIPT, 'Cache-Control': 'no-cache' });
  });

  return app;
}
