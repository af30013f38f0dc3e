import { setImmediate } from 'node:timers/promises';
import JSZip from 'jszip';
import { childrenOf, parseXml, textOfChild, type XmlElement } from '../../../engine/xml/xml.ts';
import { callerOf, type Caller } from '../../../testing/caller.ts';
import { deploy, manifest, metadata } from '../../../testing/deploy.ts';

const URL_PATH = '/services/Soap/m/68.0';
const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

const tokenOf = (caller: Caller, label: string): string =>
  caller.localOrg.people.find((person) => person.label === label)?.accessToken ?? '';

const envelope = (sessionId: string, body: string): string =>
  `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Header xmlns="${NAMESPACE}"><SessionHeader><sessionId>${sessionId}</sessionId></SessionHeader></soapenv:Header><soapenv:Body xmlns="${NAMESPACE}">${body}</soapenv:Body></soapenv:Envelope>`;

/** The results of a call by the administrator. */
async function call(caller: Caller, body: string): Promise<readonly XmlElement[]> {
  const session = tokenOf(caller, 'System Administrator');
  const { body: text } = await caller.call('POST', URL_PATH, envelope(session, body));
  const parsed = parseXml(String(text));
  const answer = parsed.ok ? parsed.root.children[0]?.children[0] : undefined;
  return answer === undefined ? [] : childrenOf(answer, 'result');
}

describe('a SOAP call that is refused', () => {
  const caller = callerOf();

  it.each<[string, string, string, string]>([
    [
      'without a session',
      URL_PATH,
      envelope('nobody', '<describeMetadata/>'),
      '<faultcode>sf:INVALID_SESSION_ID</faultcode><faultstring>INVALID_SESSION_ID: Invalid Session ID found in SessionHeader: Illegal Session</faultstring>'
    ],
    [
      'without the permission',
      URL_PATH,
      envelope(tokenOf(caller, 'Sales Ops'), '<describeMetadata/>'),
      'INSUFFICIENT_ACCESS: use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions'
    ],
    [
      'for a version that does not exist yet',
      '/services/Soap/m/99.0',
      envelope('', ''),
      'UNSUPPORTED_API_VERSION: Invalid Api version specified on URL'
    ],
    [
      'for a version that is not modelled',
      '/services/Soap/m/31.0',
      envelope('', ''),
      'UNSUPPORTED_API_VERSION: Invalid Api version specified on URL (not modelled by this local org)'
    ],
    [
      'for a call that is not modelled',
      URL_PATH,
      envelope(tokenOf(caller, 'System Administrator'), '<renameMetadata/>'),
      'INVALID_OPERATION: The call renameMetadata is not supported (not modelled by this local org)'
    ],
    [
      'for a deploy that does not exist',
      URL_PATH,
      envelope(
        tokenOf(caller, 'System Administrator'),
        '<checkDeployStatus><asyncProcessId>0Af1</asyncProcessId></checkDeployStatus>'
      ),
      'INVALID_CROSS_REFERENCE_KEY: invalid cross reference id: 0Af1'
    ]
  ])('is answered with a fault %s', async (_case, path, body, fault) => {
    const answer = await caller.call('POST', path, body);
    expect(answer.status).toBe(500);
    expect(answer.body).toContain(fault);
  });
});

describe('the description of an org’s metadata', () => {
  it('lists the metadata types that can be deployed', async () => {
    const [result] = await call(callerOf(), '<describeMetadata><asOfVersion>68.0</asOfVersion></describeMetadata>');
    const types = result === undefined ? [] : childrenOf(result, 'metadataObjects');
    expect(types.map((type) => textOfChild(type, 'xmlName'))).toEqual(
      expect.arrayContaining(['CustomObject', 'LightningComponentBundle', 'PermissionSet', 'QuickAction'])
    );
  });

  it.each([
    ['PermissionSet', ['External_User_Enabler', 'External_User_Partner_Accounts']],
    ['Network', ['Acme Help', 'Acme Partners', 'Acme Beta']],
    ['CustomLabel', []]
  ])('lists the components of the metadata type %s', async (type, names) => {
    const results = await call(callerOf(), `<listMetadata><queries><type>${type}</type></queries></listMetadata>`);
    expect(results.map((result) => textOfChild(result, 'fullName'))).toEqual(names);
  });
});

describe('a retrieve', () => {
  const caller = callerOf('bare');

  async function retrieve(members: Readonly<Record<string, readonly string[]>>): Promise<ReadonlyMap<string, string>> {
    const types = Object.entries(members).map(
      ([type, names]) =>
        `<types>${names.map((name) => `<members>${name}</members>`).join('')}<name>${type}</name></types>`
    );
    const request = `<retrieve><request><unpackaged>${types.join('')}<version>68.0</version></unpackaged></request></retrieve>`;
    const [started] = await call(caller, request);
    const id = started === undefined ? '' : textOfChild(started, 'id');
    for (;;) {
      const [status] = await call(
        caller,
        `<checkRetrieveStatus><asyncProcessId>${id}</asyncProcessId></checkRetrieveStatus>`
      );
      if (status === undefined) throw new Error('The retrieve has no status');
      if (textOfChild(status, 'done') === 'true') return readZip(textOfChild(status, 'zipFile'));
      await setImmediate();
    }
  }

  async function readZip(base64: string): Promise<ReadonlyMap<string, string>> {
    const zip = await JSZip.loadAsync(base64, { base64: true });
    const files = Object.values(zip.files).filter(({ dir }) => !dir);
    return new Map(await Promise.all(files.map(async (file) => [file.name, await file.async('string')] as const)));
  }

  it('returns a deployed file unchanged, and only the named fields of an object', async () => {
    const permissionSet = metadata('PermissionSet', '    <!-- kept -->\n    <label>Helpers</label>');
    await deploy(caller, {
      'package.xml': manifest({ PermissionSet: ['Helpers'], CustomObject: ['Fruit__mdt'] }),
      'permissionsets/Helpers.permissionset': permissionSet,
      'objects/Fruit__mdt.object': metadata(
        'CustomObject',
        `<fields><fullName>A__c</fullName><label>A</label><length>9</length><type>Text</type></fields>
<fields><fullName>B__c</fullName><label>B</label><length>9</length><type>Text</type></fields>
<label>Fruit</label><pluralLabel>Fruits</pluralLabel>`
      )
    });
    const files = await retrieve({ PermissionSet: ['Helpers'], CustomField: ['Fruit__mdt.B__c'] });
    expect(files.get('unpackaged/permissionsets/Helpers.permissionset')).toBe(permissionSet);
    const object = files.get('unpackaged/objects/Fruit__mdt.object');
    expect(object).toContain('<fullName>B__c</fullName>');
    expect(object).not.toContain('A__c');
  });

  it('generates the file of a component that was never deployed, and the file can be deployed', async () => {
    const files = await retrieve({ Network: ['Acme Beta'], Profile: ['Acme Customer Plus'] });
    const network = files.get('unpackaged/networks/Acme Beta.network') ?? '';
    expect(network).toContain('<status>UnderConstruction</status>');
    expect(files.get('unpackaged/profiles/Acme Customer Plus.profile')).toContain('<name>ApiEnabled</name>');
    const end = await deploy(caller, {
      'package.xml': manifest({ Network: ['Acme Beta'] }),
      'networks/Acme Beta.network': network.replace('>UnderConstruction<', '>Live<')
    });
    expect(end.status).toBe('Succeeded');
    expect(caller.named('Network', 'Acme Beta')['Status']).toBe('Live');
    expect((await retrieve({ Network: ['*'] })).get('unpackaged/networks/Acme Beta.network')).toContain('>Live<');
  });
});
