import { callerOf, type Caller } from '../../../testing/caller.ts';

const NAMESPACES =
  'xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

async function update(caller: Caller, type: string, content: string): Promise<string> {
  const session = caller.localOrg.people[0]?.accessToken ?? '';
  const { body } = await caller.call(
    'POST',
    '/services/Soap/m/68.0',
    `<soapenv:Envelope ${NAMESPACES}><soapenv:Header><SessionHeader><sessionId>${session}</sessionId></SessionHeader></soapenv:Header><soapenv:Body><updateMetadata><metadata xsi:type="${type}"><fullName>Communities</fullName>${content}</metadata></updateMetadata></soapenv:Body></soapenv:Envelope>`
  );
  return String(body);
}

describe('updateMetadata', () => {
  it('enables Digital Experiences, and later the standard external profiles', async () => {
    const caller = callerOf('no-digital-experiences');
    const answer = await update(caller, 'CommunitiesSettings', '<enableNetworksEnabled>true</enableNetworksEnabled>');
    expect(answer).toContain('<result><fullName>Communities</fullName><success>true</success></result>');
    expect(caller.localOrg.org.schema.object('Network')).toBeDefined();
    expect(caller.localOrg.org.metadata.settings.standardExternalProfiles).toBe(false);
    await update(
      caller,
      'CommunitiesSettings',
      '<enableOotbProfExtUserOpsEnable>true</enableOotbProfExtUserOpsEnable>'
    );
    expect(caller.localOrg.org.metadata.settings.standardExternalProfiles).toBe(true);
  });

  it('changes nothing, and says why, if a setting is refused', async () => {
    const caller = callerOf();
    const content =
      '<enableNetworksEnabled>false</enableNetworksEnabled><enableOotbProfExtUserOpsEnable>true</enableOotbProfExtUserOpsEnable>';
    const answer = await update(caller, 'CommunitiesSettings', content);
    expect(answer).toContain('<message>Digital Experiences can’t be turned off once it is on</message>');
    expect(answer).toContain('<success>false</success>');
    expect(caller.localOrg.org.metadata.settings.standardExternalProfiles).toBe(false);
  });

  it('is refused for other metadata types', async () => {
    expect(await update(callerOf(), 'Profile', '')).toContain(
      'updateMetadata of Profile is not supported (not modelled by this local org)'
    );
  });
});
