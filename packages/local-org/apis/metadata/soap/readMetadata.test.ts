import { callerOf, type Caller } from '../../../testing/caller.ts';

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

async function read(caller: Caller, type: string, who = 0, fullName = 'Communities'): Promise<string> {
  const session = caller.localOrg.people[who]?.accessToken ?? '';
  const { body } = await caller.call(
    'POST',
    '/services/Soap/m/68.0',
    `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="${NAMESPACE}"><soapenv:Header><SessionHeader><sessionId>${session}</sessionId></SessionHeader></soapenv:Header><soapenv:Body><readMetadata><type>${type}</type><fullNames>${fullName}</fullNames></readMetadata></soapenv:Body></soapenv:Envelope>`
  );
  return String(body);
}

describe('readMetadata', () => {
  it.each([
    ['ready', true],
    ['no-digital-experiences', false]
  ])('tells for the org %s whether Digital Experiences are enabled: %s', async (org, isOn) => {
    const answer = await read(callerOf(org), 'CommunitiesSettings');
    expect(answer).toContain(`<enableNetworksEnabled>${String(isOn)}</enableNetworksEnabled>`);
    expect(answer).toContain('<enableOotbProfExtUserOpsEnable>false</enableOotbProfExtUserOpsEnable>');
  });

  it.each([
    ['production', false],
    ['ready', true]
  ])('tells for the org %s whether it deploys flows as active: %s', async (org, isOn) => {
    const answer = await read(callerOf(org), 'FlowSettings', 0, 'Flow');
    expect(answer).toContain(`<enableFlowDeployAsActiveEnabled>${String(isOn)}</enableFlowDeployAsActiveEnabled>`);
    expect(answer).toContain('<enableLightningRuntimeEnabled>true</enableLightningRuntimeEnabled>');
  });

  it('tells that Account Role Optimization is off by default', async () => {
    const answer = await read(callerOf(), 'SharingSettings', 0, 'Sharing');
    expect(answer).toContain('<enableAccountRoleOptimization>false</enableAccountRoleOptimization>');
  });

  it.each([
    [
      'of a type that is not modelled',
      'CaseSettings',
      0,
      'readMetadata of CaseSettings is not supported (not modelled by this local org)'
    ],
    ['without Modify Metadata', 'CommunitiesSettings', 1, 'INSUFFICIENT_ACCESS']
  ])('is refused %s', async (_title, type, who, words) => {
    expect(await read(callerOf(), type, who)).toContain(words);
  });
});
