import JSZip from 'jszip';
import { callerOf, type Caller } from '../../testing/caller.ts';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const FILES = {
  'package.xml': `${HEAD}<Package ${NAMESPACE}><types><members>hello</members><name>LightningComponentBundle</name></types><types><members>Contact.Say_Hello</members><name>QuickAction</name></types><version>68.0</version></Package>`,
  'lwc/hello/hello.js':
    "import { LightningElement } from 'lwc';\nexport default class Hello extends LightningElement {}\n",
  'lwc/hello/hello.html': '<template>Hello</template>',
  'lwc/hello/hello.js-meta.xml': `${HEAD}<LightningComponentBundle ${NAMESPACE}><apiVersion>67.0</apiVersion><description>Greets.</description><isExposed>true</isExposed><targets><target>lightning__RecordAction</target></targets></LightningComponentBundle>`,
  'quickActions/Contact.Say_Hello.quickAction': `${HEAD}<QuickAction ${NAMESPACE}><actionSubtype>ScreenAction</actionSubtype><label>Say Hello</label><lightningWebComponent>hello</lightningWebComponent><optionsCreateFeedItem>false</optionsCreateFeedItem><type>LightningWebComponent</type></QuickAction>`
};

const BUNDLES = 'SELECT Id, DeveloperName, ApiVersion, IsExposed FROM LightningComponentBundle';
const ACTIONS = "SELECT SobjectType, MasterLabel FROM QuickActionDefinition WHERE DeveloperName = 'Say_Hello'";

function toolingQuery(caller: Caller, soql: string) {
  return caller.call('GET', `/tooling/query?q=${encodeURIComponent(soql)}`);
}

async function deploy(caller: Caller): Promise<unknown> {
  const zip = new JSZip();
  for (const [path, content] of Object.entries(FILES)) zip.file(path, content);
  const sent = await caller.call(
    'POST',
    '/services/Soap/m/68.0',
    envelope(caller, await zip.generateAsync({ type: 'base64' }))
  );
  const id = /<id>(\w+)<\/id>/u.exec(String(sent.body))?.[1] ?? '';
  for (;;) {
    const { body } = await caller.call('GET', `/metadata/deployRequest/${id}?includeDetails=true`);
    const { deployResult } = body as { deployResult: { done: boolean } };
    if (deployResult.done) return deployResult;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function envelope({ localOrg }: Caller, zip: string): string {
  const session = localOrg.people[0]?.accessToken ?? '';
  return `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ${NAMESPACE}><soapenv:Header><SessionHeader><sessionId>${session}</sessionId></SessionHeader></soapenv:Header><soapenv:Body><deploy><ZipFile>${zip}</ZipFile><DeployOptions><rollbackOnError>true</rollbackOnError></DeployOptions></deploy></soapenv:Body></soapenv:Envelope>`;
}

describe('the Tooling API', () => {
  it('finds no component and no quick action before a deploy', async () => {
    const caller = callerOf();
    expect((await toolingQuery(caller, BUNDLES)).body).toEqual({ totalSize: 0, done: true, records: [] });
    expect((await toolingQuery(caller, ACTIONS)).body).toMatchObject({ totalSize: 0 });
  });

  it('finds deployed components', async () => {
    const caller = callerOf();
    expect(await deploy(caller)).toMatchObject({ status: 'Succeeded' });
    expect((await toolingQuery(caller, BUNDLES)).body).toMatchObject({
      records: [
        {
          attributes: {
            type: 'LightningComponentBundle',
            url: expect.stringMatching(
              /^\/services\/data\/v68\.0\/tooling\/sobjects\/LightningComponentBundle\/0Rb\w{15}$/u
            )
          },
          DeveloperName: 'hello',
          ApiVersion: 67,
          IsExposed: true
        }
      ]
    });
    expect((await toolingQuery(caller, ACTIONS)).body).toMatchObject({
      records: [{ SobjectType: 'Contact', MasterLabel: 'Say Hello' }]
    });
  }, 30_000);

  it('finds records of REST objects too', async () => {
    const { body } = await toolingQuery(callerOf(), "SELECT Name FROM Profile WHERE Name = 'Acme Partner'");
    expect(body).toMatchObject({ totalSize: 1 });
  });

  it('shows its objects only to people with View Setup and Configuration, and to no other API', async () => {
    const invalidType = { status: 400, body: [{ errorCode: 'INVALID_TYPE' }] };
    expect(await toolingQuery(callerOf().as('Without permission'), BUNDLES)).toMatchObject(invalidType);
    expect(await callerOf().query(BUNDLES)).toMatchObject(invalidType);
  });
});
