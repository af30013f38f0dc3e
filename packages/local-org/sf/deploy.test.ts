import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { valueOr } from 'sf-cli/answer';
import { isJson, listAt, textAt, valueAt } from 'sf-cli/json';
import { LOCAL, logInToLocalOrg } from 'sf-cli/localSf';
import type { Sf, SfAnswer } from 'sf-cli/sf';
import { runHostedSf } from 'sf-cli/host/hostedSf';
import { createLocalOrg, serve, type Served } from '../main.ts';
import { metadata } from '../testing/deploy.ts';
import { generateProject, type SfProject } from '../testing/sfProject.ts';

const TIMEOUT = 180_000;

describe.each(['javascript', 'typescript'] as const)('another project in %s', (language) => {
  let home: string;
  let served: Served;
  let sf: Sf;
  let project: SfProject;
  const zips: string[] = [];
  const localOrg = createLocalOrg({ org: 'bare', seed: 1, hasControlRoutes: false, url: () => served.url });
  const START = ['project', 'deploy', 'start', '--source-dir', 'force-app'];

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'local-org-deploy-'));
    served = await serve(async (request) => {
      if (!request.url.includes('/services/Soap/')) return localOrg.fetch(request);
      const body = await request.text();
      zips.push(...(/<ZipFile>([^<]*)/.exec(body)?.slice(1) ?? []));
      return localOrg.fetch(new Request(request.url, { method: 'POST', headers: request.headers, body }));
    }, 0);
    project = await generateProject(home, 'theirs', language);
    const accessToken = localOrg.people[0]?.accessToken ?? '';
    sf = await logInToLocalOrg(home, { url: served.url, accessToken }, project.folder, runHostedSf);
  }, TIMEOUT);

  afterAll(async () => {
    await served.close();
    await rm(home, { recursive: true, force: true });
  });

  it(
    'is deployed as it was generated, without its tests',
    async () => {
      expect(await sf(START)).toMatchObject({ kind: 'known', value: { status: 'Succeeded' } });
      const zip = await JSZip.loadAsync(zips.at(-1) ?? '', { base64: true });
      const files = Object.values(zip.files).flatMap(({ dir, name }) => (dir ? [] : [name]));
      expect(files.sort()).toEqual([
        'lwc/hello/hello.html',
        'lwc/hello/hello.js',
        'lwc/hello/hello.js-meta.xml',
        // The generated .forceignore does not exclude the TypeScript source.
        ...(language === 'typescript' ? ['lwc/hello/hello.ts'] : []),
        'package.xml'
      ]);
      expect([...localOrg.deployedBundles().keys()]).toEqual(['hello']);
    },
    TIMEOUT
  );

  if (language === 'javascript') {
    it(
      'fails with file, place and cause, and leaves the org unchanged',
      async () => {
        await project.write({
          'lwc/hello/hello.html': '<template>\n    <p>Hello\n</template>\n',
          'quickActions/Contact.Greet.quickAction-meta.xml': metadata(
            'QuickAction',
            '<lable>Greet</lable>\n<optionsCreateFeedItem>false</optionsCreateFeedItem>\n<type>LightningWebComponent</type>'
          )
        });
        const answer = await sf(START);
        expect(answer).toMatchObject({ kind: 'refused', result: { status: 'Failed', numberComponentErrors: 2 } });
        expect(failedFiles(answer)).toEqual([
          'lwc/hello/hello.html: LWC1078: <p> has no matching closing tag. (2:5)',
          'quickActions/Contact.Greet.quickAction-meta.xml: Error parsing file: Element {http://soap.sforce.com/2006/04/metadata}lable invalid at this location in type QuickAction (3:8)'
        ]);
        expect(localOrg.deployedQuickActions('en_US')).toEqual([]);
      },
      TIMEOUT
    );

    it(
      'is validated, deployed by a quick deploy, retrieved, and grants by its permission set',
      async () => {
        await project.write(GREETING);
        const validation = await sf(['project', 'deploy', 'validate', '--source-dir', 'force-app']);
        expect(validation).toMatchObject({ kind: 'known', value: { status: 'Succeeded', checkOnly: true } });
        expect(localOrg.deployedQuickActions('en_US')).toEqual([]);
        const id = textAt(valueOr(validation, null), 'id');
        const quick = await sf(['project', 'deploy', 'quick', '--job-id', id]);
        expect(quick).toMatchObject({ kind: 'known', value: { status: 'Succeeded' } });
        expect(localOrg.deployedQuickActions('en_US')).toMatchObject([{ name: 'Greet', component: 'hello' }]);

        const path = join(project.folder, 'force-app/main/default/labels/CustomLabels.labels-meta.xml');
        const written = await readFile(path, 'utf8');
        await rm(path);
        const retrieve = ['project', 'retrieve', 'start', '--metadata', 'CustomLabels', '--metadata', 'QuickAction'];
        expect(await sf(retrieve)).toMatchObject({ kind: 'known', value: { status: 'Succeeded' } });
        expect(withoutBlanks(await readFile(path, 'utf8'))).toBe(withoutBlanks(written));

        expect(await sf(['org', 'assign', 'permset', '--name', 'Greeters'])).toMatchObject({
          kind: 'known',
          value: { successes: [{ value: 'Greeters' }], failures: [] }
        });
      },
      TIMEOUT
    );

    it(
      'opens the org in the browser, and displays it by its alias',
      async () => {
        const display = await sf(['org', 'display']);
        expect(display).toMatchObject({ kind: 'known', value: { alias: LOCAL, connectedStatus: 'Connected' } });
        const opened = await sf(['org', 'open', '--url-only', '--path', '/lightning/page/home']);
        const url = textAt(valueOr(opened, null), 'url');
        const response = await localOrg.fetch(new Request(url));
        expect([response.status, response.headers.get('Location')]).toEqual([302, '/lightning/page/home']);
        // Every port of localhost gets a cookie, and the token opens the APIs.
        expect(response.headers.get('Set-Cookie')).toBeNull();
        expect((await localOrg.fetch(new Request(url))).status).toBe(401);
      },
      TIMEOUT
    );
  }
});

const GREETING = {
  'lwc/hello/hello.html': '<template><p>{label}</p></template>\n',
  'lwc/hello/hello.js':
    "import { LightningElement } from 'lwc';\nimport label from '@salesforce/label/c.Greeting';\n\nexport default class Hello extends LightningElement {\n    label = label;\n}\n",
  'lwc/hello/hello.js-meta.xml': metadata(
    'LightningComponentBundle',
    '<apiVersion>68.0</apiVersion><isExposed>true</isExposed><targets><target>lightning__RecordAction</target></targets>'
  ),
  'labels/CustomLabels.labels-meta.xml': metadata(
    'CustomLabels',
    '<labels><fullName>Greeting</fullName><language>en_US</language><protected>false</protected><shortDescription>Greeting</shortDescription><value>Grüß Gott &amp; hello</value></labels>'
  ),
  'quickActions/Contact.Greet.quickAction-meta.xml': metadata(
    'QuickAction',
    '<actionSubtype>ScreenAction</actionSubtype><label>Greet</label><lightningWebComponent>hello</lightningWebComponent><optionsCreateFeedItem>false</optionsCreateFeedItem><type>LightningWebComponent</type>'
  ),
  'permissionsets/Greeters.permissionset-meta.xml': metadata('PermissionSet', '<label>Greeters</label>')
};

function failedFiles(answer: SfAnswer): string[] {
  return listAt(answer.kind === 'refused' ? answer.result : answer.value, 'files')
    .filter((file) => isJson(file) && valueAt(file, 'state') === 'Failed')
    .map((file) => `${textAt(file, 'filePath').replace(/.*main\/default\//, '')}: ${textAt(file, 'error')}`)
    .sort();
}

function withoutBlanks(xml: string): string {
  return xml.replaceAll(/>\s+</g, '><').trim();
}
