import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { LocalOrg } from 'sfdx-local-org';
import { createBuild } from './build/build.ts';
import { packageDirectory } from './build/npmPackages.ts';
import { scopedModule } from './build/scopedModules.ts';
import { readSfdxProject } from './metadata/sfdxProject.ts';
import { barRoutes } from './server/barRoutes.ts';
import { readDesignSystemCss } from './server/designSystemCss.ts';
import { LABEL_LANGUAGE } from './server/language.ts';
import { makePageContext, readSites, type Site } from './server/pageContext.ts';
import { buildProblemPage, hostPage } from './server/pageHtml.ts';
import { PERSON_MODULES_PATH, personModule, readUserLanguage } from './server/personModules.ts';
import { orgDataRoutes } from './server/orgDataRoutes.ts';
import { forwardAsPerson, setupRoutes } from './server/setupRoutes.ts';
import { keepRequestedLanguage, selectedLanguage, selectedPerson, selectedTheme } from './server/selection.ts';
import type { ComponentSource, SourceName } from './source/componentSource.ts';
import { deployedSource } from './source/deployed.ts';
import { workingTreeSource } from './source/workingTree.ts';

export { suppliedModules, type SuppliedModules } from './build/suppliedModules.ts';

const SLDS = join(packageDirectory('@salesforce-ux/design-system'), 'assets');
const PAGES = ['/lightning/*', '/flow/*', '/playground/outbox', '/playground/users'];
const JAVASCRIPT = { 'Content-Type': 'text/javascript; charset=utf-8' };

export interface PlaygroundOptions {
  readonly localOrg: LocalOrg;
  readonly startingOrgs: readonly string[];
  /** Directories with an `sfdx-project.json`. */
  readonly projects: readonly string[];
  /** Which components the pages show until the bar says otherwise; those of the working tree when left out. */
  readonly source?: SourceName;
  /** Where built base components are kept. */
  readonly cacheDirectory: string;
  /** Called when the base components are not in the cache, before they are built. */
  readonly onColdBuild?: () => void;
}

export interface Playground {
  fetch(request: Request): Promise<Response>;
  /** The org's sites with the path of their log-in pages. */
  sites(): Promise<readonly Site[]>;
}

/**
 * The browser host: pages below `/lightning` and `/playground`; any other request is the local org's. The base components
 * are built, or taken from the cache, before it resolves.
 */
export async function createPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { localOrg, startingOrgs, cacheDirectory, onColdBuild } = options;
  const projects = options.projects.map(readSfdxProject);
  const build = await createBuild({ cacheDirectory, projects, onColdBuild });
  const sources: Readonly<Record<SourceName, ComponentSource>> = {
    workingTree: workingTreeSource(projects, build, localOrg),
    deployed: deployedSource(localOrg, build)
  };
  let shown: SourceName = options.source ?? 'workingTree';
  sources[shown].prepareOrg();
  const offeredLanguages = (): string[] => [LABEL_LANGUAGE, ...sources[shown].languages()];
  const app = new Hono();

  app.get('/', (c) => c.redirect(`/lightning/r/Contact/${localOrg.org.defaultContactId}/view`));

  app.route('/lightning/setup', setupRoutes(localOrg));
  app.get('/servlet/*', forwardAsPerson(localOrg));

  app.on('GET', PAGES, keepRequestedLanguage(offeredLanguages), async (c) => {
    c.header('Cache-Control', 'no-store');
    const theme = selectedTheme(c);
    const source = sources[shown];
    const refused = source.prepareOrg();
    const person = selectedPerson(c, localOrg);
    const languages = offeredLanguages();
    const { LanguageLocaleKey: spoken } = await readUserLanguage(localOrg, person, selectedLanguage(c, languages));
    const language = languages.find((offered) => offered === spoken) ?? LABEL_LANGUAGE;
    const modules = await source.modules(language);
    if (modules.kind === 'failed') {
      return c.html(buildProblemPage(modules.problem, theme), 500);
    }
    const context = await makePageContext(localOrg, {
      person,
      language,
      languages,
      startingOrgs,
      source: shown,
      quickActions: source.quickActions(language),
      listButtons: source.listButtons(language),
      recordPageComponents: source.recordPageComponents(),
      flowScreenComponents: source.flowScreenComponents(),
      refused
    });
    const importMap = { ...build.imports, ...modules.imports };
    return c.html(hostPage({ context, theme, importMap, labels: modules.labels }));
  });

  app.get('/playground/modules/:file', (c) => {
    const code = build.file(c.req.param('file'));
    return code === undefined
      ? c.notFound()
      : c.body(code, 200, { ...JAVASCRIPT, 'Cache-Control': 'public, max-age=31536000, immutable' });
  });

  app.get(`${PERSON_MODULES_PATH}/:scope/:name`, async (c) => {
    const { scope, name } = c.req.param();
    const language = selectedLanguage(c, offeredLanguages());
    const code = await personModule(localOrg, selectedPerson(c, localOrg), language, scope, name);
    return code === undefined ? c.notFound() : c.body(code, 200, { ...JAVASCRIPT, 'Cache-Control': 'no-store' });
  });

  app.get('/playground/scoped/:module{.+}', (c) => {
    const code = scopedModule(`@salesforce/${c.req.param('module')}`);
    return code === undefined ? c.notFound() : c.body(code, 200, { ...JAVASCRIPT, 'Cache-Control': 'no-cache' });
  });

  app.get('/playground/start.js', (c) => c.body(START, 200, { ...JAVASCRIPT, 'Cache-Control': 'no-cache' }));
  app.get('/playground/:sheet{(host|pages|theme)\\.css}', async (c) =>
    c.body(await readFile(join(import.meta.dirname, 'server', 'assets', c.req.param('sheet')), 'utf8'), 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'no-cache'
    })
  );
  const designSystemCss = readDesignSystemCss(SLDS);
  app.get('/playground/design-system.css', async (c) =>
    c.body(await designSystemCss, 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=86400'
    })
  );
  app.use('/playground/slds/*', async (c, next) => {
    await next();
    c.header('Cache-Control', 'public, max-age=86400');
  });
  app.get(
    '/playground/slds/*',
    serveStatic({ root: SLDS, rewriteRequestPath: (path) => path.replace('/playground/slds', '') })
  );
  app.route(
    '/playground',
    barRoutes({
      localOrg,
      startingOrgs,
      showSource: (source) => {
        shown = source;
      }
    })
  );
  app.route('/playground', orgDataRoutes(localOrg));
  app.all('*', (c) => localOrg.fetch(c.req.raw));

  return { fetch: async (request) => app.fetch(request), sites: () => readSites(localOrg) };
}

/** Synthetic shadow patches the page before the engine is loaded. */
const START = `import '@lwc/synthetic-shadow';
const { createElement } = await import('lwc');
const { default: App } = await import('host/app');
document.body.append(createElement('host-app', { is: App }));
`;
