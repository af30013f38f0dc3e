import { Hono, type Context } from 'hono';
import { notModelled } from '../../../engine/schema/notModelled.ts';
import type { StoredRecord } from '../../../engine/storage/record.ts';
import { ok, refused, resourceNotFound, type ApiError, type Outcome } from '../../shared/errors.ts';
import { isJsonObject, parseJsonObject, type JsonObject } from '../../shared/jsonBody.ts';
import {
  errorAnswer,
  readCall,
  resourceRoutes,
  respond,
  type RestAnswer,
  type RestCall
} from '../../shared/restCall.ts';
import { restRecordOf } from '../../shared/restRecord.ts';
import type { CallEnv } from '../../shared/session.ts';
import { readableFields, readableObject, type View } from '../../shared/view.ts';
import { packagingOf, type Packaging } from './packaging.ts';

const OBJECTS = ['Package2', 'Package2Version', 'Package2VersionCreateRequest', 'PackageInstallRequest'];

/**
 * The records of packages that the sf CLI creates and reads below `/tooling/sobjects`.
 * Source: Tooling API, Package2, Package2VersionCreateRequest and PackageInstallRequest, "Supported REST API Methods" [F-160].
 */
export function packageRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();
  routes.post('/sobjects/Package2VersionCreateRequest', async (c) => respond(await requestVersion(c)));
  const created = ['/sobjects/Package2', '/sobjects/PackageInstallRequest'];
  const single = OBJECTS.map((object) => `/sobjects/${object}/:id`);
  routes.route('/', resourceRoutes(withMethod('POST', created), create));
  routes.route('/', resourceRoutes(withMethod('GET', single), retrieve));
  routes.route('/', resourceRoutes(withMethod('PATCH', single), refuseChange));
  return routes;
}

function withMethod(method: string, paths: readonly string[]): (readonly [string, string])[] {
  return paths.map((path) => [method, path]);
}

function create(view: View, call: RestCall): RestAnswer {
  const object = call.segments[2] ?? '';
  const packaging = writablePackaging(view, object);
  if (!packaging.ok) return errorAnswer(packaging.error);
  const body = parseJsonObject(call.body);
  if (!body.ok) return errorAnswer(body.error);
  const { value } = packaging;
  return createdAnswer(
    object === 'Package2' ? value.createPackage(view.person, body.value) : value.install(view.person, body.value)
  );
}

/** The zip comes as a part of a form, or as Base64 in JSON. Source: REST API, "Insert or Update Blob Data" [F-161]. */
async function requestVersion(c: Context<CallEnv>): Promise<RestAnswer> {
  const view = c.get('view');
  const packaging = writablePackaging(view, 'Package2VersionCreateRequest');
  if (!packaging.ok) return errorAnswer(packaging.error);
  const request = await readVersionRequest(c);
  if (!request.ok) return errorAnswer(request.error);
  const { VersionInfo: _base64, ...body } = request.value.body;
  return createdAnswer(packaging.value.requestVersion(view.person, body, request.value.zip));
}

async function readVersionRequest(
  c: Context<CallEnv>
): Promise<Outcome<{ readonly body: JsonObject; readonly zip: Uint8Array }>> {
  if (c.req.header('Content-Type')?.startsWith('multipart/') !== true) {
    const { body } = await readCall(c);
    const json = parseJsonObject(body);
    if (!json.ok) return json;
    const base64 = json.value['VersionInfo'];
    if (typeof base64 !== 'string') return refused(missingField('VersionInfo'));
    return ok({ body: json.value, zip: Buffer.from(base64, 'base64') });
  }
  const form = await c.req.parseBody();
  const { VersionInfo: zip, Package2VersionCreateRequest: part } = form;
  const text = part instanceof File ? await part.text() : typeof part === 'string' ? part : '';
  const json = parseJsonObject(text);
  if (!json.ok) return json;
  if (!(zip instanceof File)) return refused(missingField('VersionInfo'));
  return ok({ body: json.value, zip: new Uint8Array(await zip.arrayBuffer()) });
}

/** An org without the object has no such resource [F-160]; an org that knows no packages has none that it could install. */
function writablePackaging(view: View, object: string): Outcome<Packaging> {
  if (readableObject(view, object) === undefined) return refused(resourceNotFound);
  if (!view.access.has('ModifyAllData')) return refused(mayNotPackage);
  const packaging = packagingOf(view.org);
  return packaging === undefined ? refused(knowsNoPackages) : ok(packaging);
}

function createdAnswer(created: Outcome<StoredRecord>): RestAnswer {
  if (!created.ok) return errorAnswer(created.error);
  return { status: 201, body: { id: created.value.Id, success: true, errors: [], warnings: [], infos: [] } };
}

function retrieve(view: View, { segments, version }: RestCall): RestAnswer {
  const [, , name = '', id = ''] = segments;
  const object = readableObject(view, name);
  const record = object === undefined ? undefined : view.org.find(id);
  if (object === undefined || record === undefined || !id.startsWith(object.keyPrefix)) {
    return errorAnswer(resourceNotFound);
  }
  return { status: 200, body: restRecordOf(object, record, readableFields(view, object), `${version}/tooling`) };
}

function refuseChange(view: View, { segments, body }: RestCall): RestAnswer {
  const [, , name = ''] = segments;
  if (readableObject(view, name) === undefined) return errorAnswer(resourceNotFound);
  const json = parseJsonObject(body);
  const fields = json.ok && isJsonObject(json.value) ? Object.keys(json.value).filter((field) => field !== 'Id') : [];
  return errorAnswer({
    status: 400,
    errorCode: 'INVALID_FIELD',
    message: notModelled(`A ${name} can't be changed${fields.length === 0 ? '' : `: ${fields.join(', ')}`}`)
  });
}

/**
 * Source: Salesforce DX Developer Guide, "Enable Dev Hub…", Create and Update Second-Generation Packages, and Download
 * AppExchange Packages. The local org gives both rights to administrators only.
 */
const mayNotPackage: ApiError = {
  status: 403,
  errorCode: 'INSUFFICIENT_ACCESS',
  message: 'insufficient access rights on cross-reference id'
};

const knowsNoPackages: ApiError = {
  status: 400,
  errorCode: 'PACKAGE_UNAVAILABLE',
  message: notModelled('This org belongs to no Dev Hub whose packages it could install')
};

function missingField(name: string): ApiError {
  return {
    status: 400,
    errorCode: 'REQUIRED_FIELD_MISSING',
    message: `Required fields are missing: [${name}]`,
    fields: [name]
  };
}
