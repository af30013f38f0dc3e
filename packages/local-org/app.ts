import { Hono, type MiddlewareHandler } from 'hono';
import { answerError, resourceNotFound } from './apis/shared/errors.ts';
import { flowRuntimeRoutes } from './control/flowRuntimeRoutes.ts';
import { graphQlRoutes } from './apis/graphql/routes.ts';
import { metadataRoutes } from './apis/metadata/routes.ts';
import { oauthRoutes } from './apis/oauth/routes.ts';
import { countApiRequest } from './apis/rest/limits.ts';
import { restRoutes } from './apis/rest/routes.ts';
import { isServedVersion, versionRoutes } from './apis/shared/apiVersions.ts';
import { requireSession, type CallEnv } from './apis/shared/session.ts';
import { soapRoutes } from './apis/metadata/soap/routes.ts';
import { uiApiRoutes } from './apis/uiApi/routes.ts';
import type { Org } from './engine/org/org.ts';

/** The header that names a request which this local org does not model. */
export const NOT_MODELLED_HEADER = 'X-Local-Org-Not-Modelled';

/** Every `/services/…` route: REST, UI API, GraphQL and Metadata API of API 50.0 to 68.0, and what OAuth clients ask about a token. */
export function createApp(options: { readonly org: () => Org }): Hono {
  const { org } = options;
  const app = new Hono({ strict: false });
  app.route('/services/data', versionRoutes());
  app.route('/services/data/:version', dataRoutes(org));
  app.route('/services/Soap', soapRoutes(org));
  app.route('/local-org/flow', flowRuntimeRoutes(org));
  app.route('/', oauthRoutes(org));
  app.all('/services/*', (c) => answerNotModelled(c.req.raw));
  return app;
}

/** 404 in Salesforce's form, with the request in a header of ours. */
export function answerNotModelled(request: Request): Response {
  const { pathname } = new URL(request.url);
  const body = [{ errorCode: resourceNotFound.errorCode, message: resourceNotFound.message }];
  return Response.json(body, { status: 404, headers: { [NOT_MODELLED_HEADER]: `${request.method} ${pathname}` } });
}

const servedVersionsOnly: MiddlewareHandler = async (c, next) => {
  if (!isServedVersion(c.req.param('version') ?? '')) return answerError(c, resourceNotFound);
  await next();
  return undefined;
};

function dataRoutes(org: () => Org): Hono<CallEnv> {
  const data = new Hono<CallEnv>();
  data.use('*', servedVersionsOnly);
  data.use('*', requireSession(org));
  data.route('/ui-api', uiApiRoutes());
  data.route('/graphql', graphQlRoutes());
  data.use('*', countApiRequest);
  data.route('/metadata', metadataRoutes());
  data.route('/', restRoutes());
  return data;
}
