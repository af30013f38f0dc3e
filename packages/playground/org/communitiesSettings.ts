import { XMLParser } from 'fast-xml-parser';
import type { LocalOrg, Person } from 'sfdx-local-org';
import { flagAt, textAt, valueAt } from 'sf-cli/json';
import { API_VERSION } from './callOrg.ts';

/** What Setup → Digital Experiences → Settings shows, by the names of the Metadata API: CommunitiesSettings. */
export interface CommunitiesSettings {
  readonly enableNetworksEnabled: boolean;
  readonly enableOotbProfExtUserOpsEnable: boolean;
}

/** Reads the settings as a person; null where the org refuses. */
export async function readCommunitiesSettings(
  localOrg: Pick<LocalOrg, 'fetch'>,
  person: Person
): Promise<CommunitiesSettings | null> {
  const body = '<readMetadata><type>CommunitiesSettings</type><fullNames>Communities</fullNames></readMetadata>';
  const answer = await callMetadata(localOrg, person, body);
  const records = valueAt(answer, 'readMetadataResponse', 'result', 'records');
  const enableNetworksEnabled = flagAt(records, 'enableNetworksEnabled');
  const enableOotbProfExtUserOpsEnable = flagAt(records, 'enableOotbProfExtUserOpsEnable');
  return enableNetworksEnabled === null || enableOotbProfExtUserOpsEnable === null
    ? null
    : { enableNetworksEnabled, enableOotbProfExtUserOpsEnable };
}

/** Changes the settings that are given. Returns null, or the message with which the org refuses. */
export async function updateCommunitiesSettings(
  localOrg: Pick<LocalOrg, 'fetch'>,
  person: Person,
  settings: Partial<CommunitiesSettings>
): Promise<string | null> {
  const elements = Object.entries(settings).map(([name, value]) => `<${name}>${String(value)}</${name}>`);
  const answer = await callMetadata(
    localOrg,
    person,
    `<updateMetadata><metadata xsi:type="CommunitiesSettings"><fullName>Communities</fullName>${elements.join('')}</metadata></updateMetadata>`
  );
  const result = valueAt(answer, 'updateMetadataResponse', 'result');
  return flagAt(result, 'success') === true
    ? null
    : textAt(result, 'errors', 'message') || textAt(answer, 'Fault', 'faultstring') || 'The org refused the settings.';
}

const parser = new XMLParser({ removeNSPrefix: true, parseTagValue: false });

/** Calls the Metadata API, and returns the content of the answer's body. */
async function callMetadata(localOrg: Pick<LocalOrg, 'fetch'>, person: Person, call: string): Promise<unknown> {
  const namespaces = [
    'xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    'xmlns="http://soap.sforce.com/2006/04/metadata"'
  ];
  const header = `<SessionHeader><sessionId>${person.accessToken}</sessionId></SessionHeader>`;
  const body = `<soapenv:Envelope ${namespaces.join(' ')}><soapenv:Header>${header}</soapenv:Header><soapenv:Body>${call}</soapenv:Body></soapenv:Envelope>`;
  const response = await localOrg.fetch(
    new Request(`http://localhost/services/Soap/m/${API_VERSION}`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/xml', SOAPAction: '""' },
      body
    })
  );
  const parsed: unknown = parser.parse(await response.text());
  return valueAt(parsed, 'Envelope', 'Body');
}
