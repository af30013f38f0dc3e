import { Hono } from 'hono';
import type { LocalOrg, StartingOrgSummary } from 'sfdx-local-org';
import type { Build } from '../build/build.ts';
import type { ComponentSource, SourceName } from '../source/componentSource.ts';
import { assetRoutes } from './assetRoutes.ts';
import { barRoutes } from './barRoutes.ts';
import { LABEL_LANGUAGE } from './language.ts';
import { moduleRoutes } from './moduleRoutes.ts';
import { orgDataRoutes } from './orgDataRoutes.ts';
import { pageRoutes } from './pageRoutes.ts';
import { forwardAsPerson, setupRoutes } from './setup/setupRoutes.ts';
import { siteAdministrationRoutes } from './setup/sites.ts';
import { withFonts } from './sitePages.ts';

export interface AppOptions {
  readonly localOrg: LocalOrg;
  readonly startingOrgs: readonly StartingOrgSummary[];
  readonly build: Pick<Build, 'file' | 'imports' | 'laterModule' | 'projectModule'>;
  readonly shownSource: () => ComponentSource;
  readonly showSource: (name: SourceName) => void;
}

/** The pages, what they load, and the bar's controls. A request for anything else goes to the local org. */
export function createApp({ localOrg, startingOrgs, build, shownSource, showSource }: AppOptions): Hono {
  const offeredLanguages = (): string[] => [LABEL_LANGUAGE, ...shownSource().languages()];
  const app = new Hono();
  app.route('/lightning/setup', setupRoutes(localOrg));
  app.route('/', siteAdministrationRoutes(localOrg));
  app.on(['GET', 'POST'], '/servlet/*', forwardAsPerson(localOrg));
  app.route('/', pageRoutes({ localOrg, startingOrgs, imports: () => build.imports(), shownSource, offeredLanguages }));
  app.route('/', moduleRoutes({ localOrg, build, offeredLanguages }));
  app.route('/playground', assetRoutes());
  app.route('/playground', barRoutes({ localOrg, startingOrgs, showSource }));
  app.route('/playground', orgDataRoutes(localOrg));
  app.all('*', async (c) => withFonts(await localOrg.fetch(c.req.raw)));
  // The server that guards the requests answers for a failure.
  app.onError((error) => {
    throw error;
  });
  return app;
}
