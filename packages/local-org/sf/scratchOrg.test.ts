import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isJson, listAt, textAt } from 'sf-cli/json';
import { LOCAL, logInToLocalOrg } from 'sf-cli/localSf';
import type { Sf } from 'sf-cli/sf';
import { runHostedSf } from 'sf-cli/host/hostedSf';
import { createLocalOrg, serve, type Served } from '../main.ts';
import { metadata } from '../testing/deploy.ts';
import { writeFiles } from '../testing/sfProject.ts';
import type { LocalOrg } from '../localOrg.ts';

const TIMEOUT = 180_000;

describe('the sf CLI with the local org as its Dev Hub', () => {
  let home: string;
  let served: Served;
  let sf: Sf;
  let scratchOrg: LocalOrg | undefined;
  const hub = createLocalOrg({
    org: 'ready',
    seed: 1,
    hasControlRoutes: false,
    url: () => served.url,
    hostScratchOrg: (localOrg) => {
      scratchOrg = localOrg;
      return serve(localOrg.fetch, 0);
    }
  });
  const succeed = async (...command: readonly string[]): Promise<unknown> => {
    const answer = await sf(command);
    if (answer.kind === 'refused') throw new Error(`${answer.code}: ${answer.message}`);
    return answer.value;
  };

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'local-org-hub-'));
    served = await serve(hub.fetch, 0);
    // A project of its own: the CLI keeps what it tracks beside it.
    await writeFiles(home, {
      'sfdx-project.json': JSON.stringify({ packageDirectories: [{ path: 'force-app' }], sourceApiVersion: '68.0' }),
      'force-app/main/default/labels/CustomLabels.labels-meta.xml': metadata(
        'CustomLabels',
        '<labels><fullName>Greeting</fullName><language>en_US</language><protected>false</protected><shortDescription>Greeting</shortDescription><value>Hello</value></labels>'
      )
    });
    sf = await logInToLocalOrg(
      home,
      { url: served.url, accessToken: hub.people[0]?.accessToken ?? '' },
      home,
      runHostedSf
    );
    const definition = ['--definition-file', resolve('config/project-scratch-def.json')];
    await succeed('org', 'create', 'scratch', ...definition, '--target-dev-hub', LOCAL, '--alias', 'demo');
  }, TIMEOUT);

  afterAll(async () => {
    await hub.close();
    await served.close();
    await rm(home, { recursive: true, force: true });
  });

  it('creates a scratch org with the features and settings of its definition file, one administrator and no data', () => {
    const org = scratchOrg?.org;
    expect(org?.schema.object('Network')).toBeDefined();
    expect(org?.metadata.settings).toMatchObject({ standardExternalProfiles: false, translationWorkbench: true });
    expect(scratchOrg?.people).toMatchObject([{ username: expect.stringMatching(/^test-[0-9a-z]{6}@example\.com$/u) }]);
    const contacts = org?.schema.object('Contact');
    expect(contacts && org?.all(contacts)).toEqual([]);
  });

  it(
    'lists and displays the scratch org',
    async () => {
      const list = await succeed('org', 'list');
      expect(list).toMatchObject({
        devHubs: [{ alias: LOCAL }],
        scratchOrgs: [{ alias: 'demo', status: 'Active', devHubUsername: 'ingrid.solberg@acme.example' }]
      });
      const display = await succeed('org', 'display', '--target-org', 'demo');
      expect(display).toMatchObject({
        status: 'Active',
        orgName: 'External User Enabler',
        edition: 'Developer'
      });
    },
    TIMEOUT
  );

  it(
    'previews a deploy to the scratch org',
    async () => {
      const preview = await succeed('project', 'deploy', 'preview', '--target-org', 'demo');
      expect(preview).toMatchObject({
        toDeploy: [{ type: 'CustomLabels' }],
        toDelete: [],
        toRetrieve: [],
        conflicts: []
      });
    },
    TIMEOUT
  );

  it(
    'imports a tree of records into the scratch org and finds them',
    async () => {
      const plan = ['--plan', resolve('data/plan.json')];
      await succeed('data', 'import', 'tree', ...plan, '--target-org', 'demo');
      const query = "SELECT Account.Name FROM Contact WHERE Name = 'Amélie Dubois'";
      const found = await succeed('data', 'query', '--query', query, '--target-org', 'demo');
      expect(found).toMatchObject({ records: [{ Account: { Name: 'Northwind Ångström AB' } }] });
    },
    TIMEOUT
  );

  it(
    'generates passwords of the administrator and of a new user, whom the CLI can sign in',
    async () => {
      const own = await succeed('org', 'generate', 'password', '--target-org', 'demo');
      const administrator = scratchOrg?.people[0];
      const passwords = scratchOrg?.org.passwords;
      expect(isJson(own) && passwords?.matches(administrator?.userId ?? '', textAt(own, 'password'))).toBe(true);

      const fields = ['username=agent@scratch.example', 'lastName=Agent', 'generatePassword=true'];
      const created = await succeed('org', 'create', 'user', ...fields, '--set-alias', 'agent', '--target-org', 'demo');
      expect(created).toMatchObject({ fields: { username: 'agent@scratch.example', lastname: 'Agent' } });
      // The CLI sends a second user of the same process with the length of the first one.
      await succeed(
        'org',
        'create',
        'user',
        'username=another.agent@scratch.example',
        'lastName=Agent',
        '--target-org',
        'demo'
      );
      const display = await succeed('org', 'display', 'user', '--target-org', 'agent');
      expect(display).toMatchObject({ username: 'agent@scratch.example', profileName: 'Standard User' });
      const [agent] = scratchOrg?.people.filter(({ username }) => username === 'agent@scratch.example') ?? [];
      expect(passwords?.changesOf(agent?.userId ?? '')).toBe(1);
    },
    TIMEOUT
  );

  it(
    'creates a site from a template and publishes it in the background',
    async () => {
      const connect = '/services/data/v68.0/connect/communities';
      const api = (...args: readonly string[]) => sf(['api', 'request', 'rest', ...args, '--target-org', 'demo']);
      await api(connect, '--method', 'POST', '--body', JSON.stringify(SITE));
      const query = "SELECT Id, Status FROM Network WHERE Name = 'Acme Help'";
      const found = await succeed('data', 'query', '--query', query, '--target-org', 'demo');
      expect(found).toMatchObject({ records: [{ Status: 'UnderConstruction' }] });
      const [site] = listAt(found, 'records');
      await api(`${connect}/${isJson(site) ? textAt(site, 'Id') : ''}/publish`, '--method', 'POST', '--body', '{}');
      const jobs = 'SELECT Name, Status FROM BackgroundOperation ORDER BY Name';
      expect(await succeed('data', 'query', '--query', jobs, '--target-org', 'demo')).toMatchObject({
        records: [
          { Name: 'Create Acme Help', Status: 'Complete' },
          { Name: 'Publish Acme Help', Status: 'Complete' }
        ]
      });
    },
    TIMEOUT
  );

  it(
    'deletes the scratch org, and its address no longer answers',
    async () => {
      const address = scratchOrg?.org.url ?? '';
      await succeed('org', 'delete', 'scratch', '--target-org', 'demo', '--no-prompt');
      await expect(fetch(`${address}/services/data`)).rejects.toThrow();
      const object = hub.org.schema.object('ScratchOrgInfo');
      expect(object && hub.org.all(object)).toMatchObject([{ Status: 'Deleted' }]);
    },
    TIMEOUT
  );
});

const SITE = { name: 'Acme Help', templateName: 'Customer Service', urlPathPrefix: 'acmehelp' };
