/** What opens a route: nothing, an access token, an access token in the body, a key or link of one use, or the session of a site. */
type Opener = 'nothing' | 'access token' | 'access token in the body' | 'one-time key' | 'site session';

/**
 * `changes` names the methods that change the org or who is logged in. No GET may, unless `why` says what protects it. Every method
 * but a followed link is refused to pages of other sites.
 */
export interface RouteRow {
  readonly path: string;
  readonly methods: readonly string[];
  readonly opener: Opener;
  readonly changes: readonly string[];
  readonly why?: string;
}

type Line = readonly [path: string, methods: string, opener: Opener, changes?: string, why?: string];

const rowOf = (prefix: string, [path, methods, opener, changes = '', why]: Line): RouteRow => ({
  path: `${prefix}${path}`,
  methods: methods.split(' '),
  opener,
  changes: changes.split(' ').filter((method) => method !== ''),
  ...(why === undefined ? {} : { why })
});

/** Served with `--control-door` only, to anybody on this machine. */
const CONTROL: readonly Line[] = [
  ['/reset', 'POST', 'nothing', 'POST'],
  ['/clock', 'POST', 'nothing', 'POST'],
  ['/outbox', 'GET', 'nothing'],
  ['/outbox/:file{.+\\.eml}', 'GET', 'nothing'],
  ['/faults', 'POST GET DELETE', 'nothing', 'POST DELETE'],
  ['/populate', 'POST', 'nothing', 'POST'],
  ['/sessions/end', 'POST', 'nothing', 'POST'],
  ['/locks', 'POST DELETE', 'nothing', 'POST DELETE'],
  ['/memberships', 'POST', 'nothing', 'POST'],
  ['/pace', 'POST', 'nothing', 'POST'],
  ['/bulk', 'POST', 'nothing', 'POST'],
  ['/requests', 'GET', 'nothing']
];

const DATA: readonly Line[] = [
  ['', 'GET', 'access token'],
  ['/limits', 'GET', 'access token'],
  ['/query', 'GET', 'access token'],
  ['/query/:locator', 'GET', 'access token'],
  ['/queryAll', 'GET', 'access token'],
  ['/queryAll/:locator', 'GET', 'access token'],
  ['/ui-api/records', 'POST', 'access token', 'POST'],
  ['/ui-api/records/:id', 'GET PATCH DELETE', 'access token', 'PATCH DELETE'],
  ['/ui-api/records/batch/:ids', 'GET', 'access token'],
  ['/ui-api/object-info', 'GET', 'access token'],
  ['/ui-api/object-info/batch/:names', 'GET', 'access token'],
  ['/ui-api/object-info/:object', 'GET', 'access token'],
  ['/ui-api/object-info/:object/picklist-values/:recordType', 'GET', 'access token'],
  ['/ui-api/object-info/:object/picklist-values/:recordType/:field', 'GET', 'access token'],
  ['/graphql', 'POST', 'access token', 'POST'],
  ['/metadata/deployRequest', 'POST', 'access token', 'POST'],
  ['/metadata/deployRequest/:id', 'GET PATCH', 'access token', 'PATCH'],
  ['/jobs/ingest', 'POST GET', 'access token', 'POST'],
  ['/jobs/ingest/:id', 'GET PATCH DELETE', 'access token', 'PATCH DELETE'],
  ['/jobs/ingest/:id/batches', 'PUT', 'access token', 'PUT'],
  ['/jobs/ingest/:id/successfulResults', 'GET', 'access token'],
  ['/jobs/ingest/:id/failedResults', 'GET', 'access token'],
  ['/jobs/ingest/:id/unprocessedrecords', 'GET', 'access token'],
  ['/jobs/query', 'POST GET', 'access token', 'POST'],
  ['/jobs/query/:id', 'GET PATCH DELETE', 'access token', 'PATCH DELETE'],
  ['/jobs/query/:id/results', 'GET', 'access token'],
  ['/connect/communities/templates', 'GET', 'access token'],
  ['/connect/communities', 'GET POST', 'access token', 'POST'],
  ['/connect/communities/:id/publish', 'POST', 'access token', 'POST'],
  ['/tooling/query', 'GET', 'access token'],
  ['/tooling/query/:locator', 'GET', 'access token'],
  ['/tooling/queryAll', 'GET', 'access token'],
  ['/tooling/queryAll/:locator', 'GET', 'access token'],
  ['/tooling/sobjects/FlowDefinition/:id', 'PATCH', 'access token', 'PATCH'],
  ['/tooling/sobjects/Package2', 'POST', 'access token', 'POST'],
  ['/tooling/sobjects/Package2VersionCreateRequest', 'POST', 'access token', 'POST'],
  ['/tooling/sobjects/PackageInstallRequest', 'POST', 'access token', 'POST'],
  ['/tooling/sobjects/Package2/:id', 'GET PATCH', 'access token'],
  ['/tooling/sobjects/Package2Version/:id', 'GET PATCH', 'access token'],
  ['/tooling/sobjects/Package2VersionCreateRequest/:id', 'GET PATCH', 'access token'],
  ['/tooling/sobjects/PackageInstallRequest/:id', 'GET PATCH', 'access token'],
  ['/actions', 'GET', 'access token'],
  ['/actions/custom', 'GET', 'access token'],
  ['/actions/custom/flow', 'GET', 'access token'],
  ['/actions/custom/flow/:name', 'GET POST', 'access token', 'POST'],
  ['/composite', 'GET POST', 'access token', 'POST'],
  ['/composite/batch', 'POST', 'access token', 'POST'],
  ['/composite/tree/:type', 'POST', 'access token', 'POST'],
  ['/composite/sobjects', 'POST PATCH DELETE', 'access token', 'POST PATCH DELETE'],
  ['/composite/sobjects/:object', 'GET POST', 'access token'],
  ['/composite/sobjects/:object/:field', 'PATCH', 'access token', 'PATCH'],
  ['/sobjects', 'GET', 'access token'],
  ['/sobjects/:object', 'GET POST', 'access token', 'POST'],
  ['/sobjects/:object/describe', 'GET', 'access token'],
  ['/sobjects/:object/listviews/:view/describe', 'GET', 'access token'],
  ['/sobjects/:object/:id', 'GET PATCH DELETE', 'access token', 'PATCH DELETE'],
  ['/sobjects/:object/:field/:value', 'PATCH', 'access token', 'PATCH'],
  ['/sobjects/User/:id/password', 'GET POST DELETE', 'access token', 'POST DELETE']
];

const KEY = 'The key in the address works once, and only a request with an access token gets one.';

const OTHERS: readonly Line[] = [
  ['/services/data', 'GET', 'nothing'],
  ['/services/Soap/:api{[uc]}/:version/:organization?', 'POST', 'access token in the body', 'POST'],
  ['/services/scim/v1/Users', 'POST', 'access token', 'POST'],
  ['/services/Soap/m/:version/:organization?', 'POST', 'access token in the body', 'POST'],
  ['/services/oauth2/userinfo', 'GET POST', 'access token'],
  ['/services/oauth2/token', 'POST', 'one-time key', 'POST'],
  ['/services/oauth2/singleaccess', 'GET POST', 'access token', 'GET POST', KEY],
  ['/id/:orgId/:userId', 'GET', 'access token'],
  ['/secur/frontdoor.jsp', 'GET', 'one-time key', 'GET', KEY],
  ['/local-org/flow/start', 'POST', 'access token', 'POST'],
  ['/local-org/flow/:interviewId', 'POST', 'access token', 'POST'],
  ['/servlet/servlet.su', 'GET POST', 'access token', 'POST'],
  ['/:site', 'GET', 'nothing'],
  ['/:site/', 'GET', 'nothing'],
  ['/:site/login', 'GET POST', 'nothing', 'POST'],
  ['/:site/logout', 'POST', 'site session', 'POST'],
  ['/:site/login/forgot', 'GET POST', 'nothing', 'POST'],
  ['/:site/login/set-password', 'GET POST', 'one-time key', 'POST'],
  ['/:site/SelfRegister', 'GET', 'nothing'],
  ['/:site/s/login/SelfRegister', 'GET POST', 'nothing', 'POST'],
  ['/:site/s/login/CheckPasswordResetEmail', 'GET', 'nothing'],
  ['/:site/s', 'GET', 'site session'],
  ['/:site/s/', 'GET', 'site session']
];

/** Every route of the local org. A new route needs its row here. */
export const ROUTE_INVENTORY: readonly RouteRow[] = [
  ...CONTROL.map((line) => rowOf('/__local', line)),
  ...DATA.map((line) => rowOf('/services/data/:version', line)),
  ...OTHERS.map((line) => rowOf('', line))
];
