import { Hono, type Context } from 'hono';
import { answerError, refused, ok, type ApiError, type Outcome } from '../shared/errors.ts';
import { toDateTime } from '../../engine/storage/clock.ts';
import { readJsonObject, type JsonObject } from '../shared/jsonBody.ts';
import type { CallEnv } from '../shared/session.ts';
import { textOf, type Fields } from '../../engine/storage/record.ts';
import { visibleRecord, type View } from '../shared/view.ts';
import type { ObjectSchema } from '../../engine/schema/objectSchema.ts';
import type { Org } from '../../engine/org/org.ts';

/** Templates of sites by name. Source: Help, "Which Experience Cloud Template Should I Use?". */
const TEMPLATES: readonly string[] = [
  'Aloha',
  'Build Your Own',
  'Build Your Own (LWR)',
  'Customer Account Portal',
  'Customer Service',
  'Help Center',
  'Microsite (LWR)',
  'Partner Central',
  'Salesforce Tabs + Visualforce'
];

/** Sites through Connect REST API: templates, create, publish. Source: Connect REST API, "Experience Cloud Sites Resources". */
export function connectRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();

  routes.get('/communities/templates', (c) => {
    const templates = TEMPLATES.map((templateName) => ({ templateName, publisher: 'Salesforce' }));
    return c.json({ templates, total: templates.length });
  });

  routes.get('/communities', (c) => {
    const { org } = c.get('view');
    const object = org.schema.object('Network');
    const communities = object === undefined ? [] : org.all(object).map((site) => communityOf(org, site));
    return c.json({ communities, total: communities.length });
  });

  routes.post('/communities', async (c) => {
    const view = c.get('view');
    const body = await readJsonObject(c.req);
    if (!body.ok) return answerError(c, body.error);
    const site = readSite(view, body.value);
    if (!site.ok) return answerError(c, site.error);
    const jobId = inBackground(c, `Create ${site.value.name}`, site.value.object, site.value.fields);
    return c.json({
      action: 'create',
      jobId,
      message: `The site ${site.value.name} is being created.`,
      name: site.value.name
    });
  });

  routes.post('/communities/:id/publish', (c) => {
    const view = c.get('view');
    if (!view.access.has('ManageNetworks')) return answerError(c, noRight);
    const found = visibleRecord(view, c.req.param('id'));
    if (found?.object.apiName !== 'Network') return answerError(c, noSuchSite);
    const name = textOf(found.record, 'Name');
    const jobId = inBackground(c, `Publish ${name}`);
    return c.json({
      id: found.record.Id,
      jobId,
      message: 'We are publishing your changes now. You’ll receive an email confirmation when your changes are live.',
      name,
      url: communityOf(view.org, found.record).siteUrl
    });
  });

  return routes;
}

function communityOf({ url }: Org, site: Fields & { readonly Id: string }) {
  const prefix = textOf(site, 'UrlPathPrefix');
  return {
    description: site['Description'] ?? null,
    id: site.Id,
    name: textOf(site, 'Name'),
    sendWelcomeEmail: site['OptionsSendWelcomeEmail'] === true,
    siteUrl: prefix === '' ? url : `${url}/${prefix}`,
    status: textOf(site, 'Status'),
    urlPathPrefix: prefix
  };
}

interface NewSite {
  readonly name: string;
  readonly object: ObjectSchema;
  readonly fields: Fields;
}

/** Source: Connect REST API, "Experience Cloud Site Input"; the texts of the refusals are ours. */
function readSite({ org, access }: View, body: JsonObject): Outcome<NewSite> {
  const object = org.schema.object('Network');
  if (object === undefined) return refused(badInput('Digital Experiences is not enabled in this org'));
  if (!access.has('ManageNetworks')) return refused(noRight);
  const { name, templateName, urlPathPrefix = '', description = null } = body;
  if (typeof name !== 'string' || name.trim() === '') return refused(badInput('The site needs a name'));
  if (typeof templateName !== 'string' || !TEMPLATES.includes(templateName)) {
    return refused(badInput(`There is no template ${String(templateName)}`));
  }
  if (typeof urlPathPrefix !== 'string' || !/^[A-Za-z0-9]*$/.test(urlPathPrefix)) {
    return refused(badInput('A URL path prefix holds letters and digits'));
  }
  const isTaken = (field: string, value: string): boolean =>
    org.all(object).some((site) => textOf(site, field).toLowerCase() === value.toLowerCase());
  if (isTaken('Name', name)) return refused(badInput(`The name ${name} is already taken by another site`));
  if (isTaken('UrlPathPrefix', urlPathPrefix)) {
    return refused(badInput(`The URL path prefix ${urlPathPrefix} is already taken by another site`));
  }
  const author = org.people[0];
  const email = author === undefined ? '' : textOf(org.find(author.userId) ?? {}, 'Email');
  return ok({
    name,
    object,
    fields: {
      Name: name,
      Description: typeof description === 'string' ? description : null,
      UrlPathPrefix: urlPathPrefix,
      Status: 'UnderConstruction',
      OptionsSendWelcomeEmail: true,
      OptionsAllowInternalUserLogin: false,
      EmailSenderName: name,
      EmailSenderAddress: email
    }
  });
}

/** A BackgroundOperation, whose record is there at once and whose work follows. */
function inBackground(c: Context<CallEnv>, name: string, object?: ObjectSchema, fields: Fields = {}): string {
  const { org, person } = c.get('view');
  const job = org.schema.object('BackgroundOperation');
  if (job === undefined) throw new Error('The schema has no BackgroundOperation');
  const now = (): string => toDateTime(org.clock.now());
  let id = '';
  org.metadata.transact(person, new Map(), (transaction) => {
    id = transaction.saveRecord(job, undefined, {
      Name: name,
      Status: 'Running',
      SubmittedAt: now(),
      StartedAt: now()
    }).Id;
    return true;
  });
  setImmediate(() => {
    org.metadata.transact(person, new Map(), (transaction) => {
      if (object !== undefined) transaction.saveRecord(object, undefined, fields);
      transaction.saveRecord(job, org.find(id), { Status: 'Complete', FinishedAt: now() });
      return true;
    });
  });
  return id;
}

const noRight: ApiError = {
  status: 403,
  errorCode: 'INSUFFICIENT_ACCESS',
  message: 'You need the permission Create and Set Up Experiences'
};

const noSuchSite: ApiError = { status: 404, errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' };

function badInput(message: string): ApiError {
  return { status: 400, errorCode: 'INVALID_INPUT', message };
}
