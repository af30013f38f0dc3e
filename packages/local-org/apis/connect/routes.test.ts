import { callerOf } from '../../testing/caller.ts';

const SITES = '/connect/communities';
const SITE = { name: 'Acme Fruit', templateName: 'Customer Service', urlPathPrefix: 'acmefruit' };

describe('sites by Connect REST API', () => {
  it('have templates', async () => {
    const { body } = await callerOf().call('GET', `${SITES}/templates`);
    expect(body).toMatchObject({
      templates: expect.arrayContaining([{ templateName: 'Customer Service', publisher: 'Salesforce' }])
    });
  });

  it('are made in the background, and are under construction at first', async () => {
    const caller = callerOf();
    const { body } = await caller.call('POST', SITES, SITE);
    const { jobId } = body as { jobId: string };
    expect((await caller.query(`SELECT Status FROM BackgroundOperation WHERE Id = '${jobId}'`)).body).toMatchObject({
      records: [{ Status: expect.stringMatching(/^(?:Running|Complete)$/) }]
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect((await caller.query("SELECT Status FROM Network WHERE Name = 'Acme Fruit'")).body).toMatchObject({
      records: [{ Status: 'UnderConstruction' }]
    });
  });

  it.each([
    ['System Administrator', ['Acme Help', 'Acme Partners', 'Acme Beta']],
    ['Sales Ops', ['Acme Help', 'Acme Partners']]
  ])('are listed for %s with their log-in pages', async (label, names) => {
    const { body } = await callerOf().as(label).call('GET', SITES);
    const { communities } = body as { communities: readonly { name: string; loginUrl: string; siteUrl: string }[] };
    expect(communities.map(({ name }) => name)).toEqual(names);
    expect(communities.map(({ loginUrl, siteUrl }) => loginUrl === `${siteUrl}/login`)).not.toContain(false);
  });

  it.each([
    ['a template that does not exist', 'ready', { templateName: 'Fruit' }, 'There is no template Fruit'],
    ['a name that is taken', 'ready', { name: 'Acme Help' }, 'The name Acme Help is already taken by another site'],
    [
      'a path that is taken',
      'ready',
      { urlPathPrefix: 'acmehelp' },
      'The URL path prefix acmehelp is already taken by another site'
    ],
    ['Digital Experiences off', 'no-digital-experiences', {}, 'Digital Experiences is not enabled in this org']
  ])('are refused with %s', async (_case, org, changes, message) => {
    const answer = await callerOf(org).call('POST', SITES, { ...SITE, ...changes });
    expect(answer).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_INPUT', message }] });
  });

  it('are refused to a person without the permission', async () => {
    expect(await callerOf().as('Sales Ops').call('POST', SITES, SITE)).toMatchObject({ status: 403 });
  });
});
