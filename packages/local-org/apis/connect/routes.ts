import { Hono } from 'hono';
import type { Org } from '../../engine/org/org.ts';
import { textOf, type StoredRecord } from '../../engine/storage/record.ts';
import { answerError, resourceNotFound } from '../shared/errors.ts';
import { readJsonObject } from '../shared/jsonBody.ts';
import type { CallEnv } from '../shared/session.ts';
import { visibleRecord } from '../shared/view.ts';
import { startBackgroundOperation } from './backgroundOperation.ts';
import { mayNotManageSites } from './errors.ts';
import { readNewSite, TEMPLATES } from './requests.ts';

/** Sites through Connect REST API: templates, create, publish. Source: Connect REST API, "Experience Cloud Sites Resources". */
export function connectRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();

  routes.get('/communities/templates', (c) => {
    const templates = TEMPLATES.map((templateName) => ({ templateName, publisher: 'Salesforce' }));
    return c.json({ templates, total: templates.length });
  });

  routes.get('/communities', (c) => {
    const { org, access } = c.get('view');
    const object = org.schema.object('Network');
    // "If the user is not an administrator, returns a list of all active communities." Connect REST API, "Communities Resources".
    const communities = (object === undefined ? [] : org.all(object))
      .filter((site) => access.has('ManageNetworks') || textOf(site, 'Status') === 'Live')
      .map((site) => communityOf(org, site));
    return c.json({ communities, total: communities.length });
  });

  routes.post('/communities', async (c) => {
    const { org, person } = c.get('view');
    const body = await readJsonObject(c.req);
    if (!body.ok) return answerError(c, body.error);
    const site = readNewSite(c.get('view'), body.value);
    if (!site.ok) return answerError(c, site.error);
    const { name, object, fields } = site.value;
    const jobId = startBackgroundOperation(org, person, `Create ${name}`, (transaction) => {
      transaction.saveRecord(object, undefined, fields);
    });
    return c.json({ action: 'create', jobId, message: `The site ${name} is being created.`, name });
  });

  routes.post('/communities/:id/publish', (c) => {
    const view = c.get('view');
    if (!view.access.has('ManageNetworks')) return answerError(c, mayNotManageSites);
    const found = visibleRecord(view, c.req.param('id'));
    if (found?.object.apiName !== 'Network') return answerError(c, resourceNotFound);
    const name = textOf(found.record, 'Name');
    const jobId = startBackgroundOperation(view.org, view.person, `Publish ${name}`);
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

function communityOf({ url }: Org, site: StoredRecord) {
  const prefix = textOf(site, 'UrlPathPrefix');
  const siteUrl = prefix === '' ? url : `${url}/${prefix}`;
  return {
    description: site['Description'] ?? null,
    id: site.Id,
    loginUrl: `${siteUrl}/login`,
    name: textOf(site, 'Name'),
    sendWelcomeEmail: site['OptionsSendWelcomeEmail'] === true,
    siteUrl,
    status: textOf(site, 'Status'),
    urlPathPrefix: prefix
  };
}
