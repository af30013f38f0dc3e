import { Hono, type MiddlewareHandler } from 'hono';
import { bulkRoutes } from './apis/bulk/routes.ts';
import { connectRoutes } from './apis/connect/routes.ts';
import { graphQlRoutes } from './apis/graphql/routes.ts';
import { metadataRoutes } from './apis/metadata/routes.ts';
import { soapRoutes } from './apis/metadata/soap/routes.ts';
import { oauthRoutes } from './apis/oauth/routes.ts';
import { restRoutes, versionRoutes } from './apis/rest/routes.ts';
import { scimRoutes } from './apis/scim/routes.ts';
import { countApiRequest } from './apis/shared/apiUsage.ts';
import { isServedVersion } from './apis/shared/apiVersions.ts';
import { answerError, unmodelledResource, versionNotFound } from './apis/shared/errors.ts';
import { requireSession, type CallEnv } from './apis/shared/session.ts';
import { partnerRoutes } from './apis/soap/routes.ts';
import { toolingRoutes } from './apis/tooling/routes.ts';
import { uiApiRoutes } from './apis/uiApi/routes.ts';
import { flowRuntimeRoutes } from './control/flowRuntimeRoutes.ts';
import type { Org } from './engine/org/org.ts';

/** Names the request that this local org does not model. */
const NOT_MODELLED_HEADER = 'X-Local-Org-Not-Modelled';

/** Every `/services/…` route, the OAuth endpoints, and the flow runtime. `org` returns another org after a reset. */
export function createApp(org: () => Org): Hono {
  const app = new Hono({ strict: false });
  app.route('/services/data', versionRoutes());
  app.route('/services/data/:version', dataRoutes(org));
  app.route('/services/Soap', partnerRoutes(org));
  app.route('/services/Soap', soapRoutes(org));
  app.route('/services/scim/v1', scimRoutes(org));
  app.route('/local-org/flow', flowRuntimeRoutes(org));
  app.route('/', oauthRoutes(org));
  app.all('/services/*', (c) => answerNotModelled(c.req.raw));
  return app;
}

/** Answers 404 in Salesforce's form, and says in the text and in a header that the gap is the local org's. */
export function answerNotModelled(request: Request): Response {
  const { pathname } = new URL(request.url);
  const { errorCode, message } = unmodelledResource;
  const body = [{ errorCode, message }];
  return Response.json(body, { status: 404, headers: { [NOT_MODELLED_HEADER]: `${request.method} ${pathname}` } });
}

const servedVersionsOnly: MiddlewareHandler = async (c, next) => {
  const version = c.req.param('version') ?? '';
  if (!isServedVersion(version)) return answerError(c, versionNotFound(version));
  await next();
  return undefined;
};

/** Routes below `/services/data/vNN.0`. UI API and GraphQL come before the count, because an org's own pages use them. */
function dataRoutes(org: () => Org): Hono<CallEnv> {
  const data = new Hono<CallEnv>();
  data.use('*', servedVersionsOnly);
  data.use('*', requireSession(org));
  data.route('/ui-api', uiApiRoutes());
  data.route('/graphql', graphQlRoutes());
  data.use('*', countApiRequest);
  data.route('/metadata', metadataRoutes());
  data.route('/jobs', bulkRoutes());
  data.route('/connect', connectRoutes());
  data.route('/tooling', toolingRoutes());
  data.route('/', restRoutes());
  return data;
}
