import { activeFlow } from '../../../engine/flow/deployedFlows.ts';
import { callerOf, type Caller } from '../../../testing/caller.ts';
import { deploy, failuresOf, manifest, metadata, type DeployEnd } from '../../../testing/deploy.ts';
import { begins } from '../../../testing/flowElements.ts';
import { flowFile } from '../../../testing/flowFile.ts';
import { retrieve } from '../../../testing/retrieve.ts';

/** A flow whose version is named by its only constant. */
function version(name: string, status: string): string {
  return flowFile('Greet', { ...begins, constants: { name, dataType: 'String' }, status });
}

function deployFlow(caller: Caller, file: string): Promise<DeployEnd> {
  return deploy(caller, { 'package.xml': manifest({ Flow: ['Greet'] }), 'flows/Greet.flow': file });
}

async function deployVersions(statuses: readonly string[], org = 'bare'): Promise<Caller> {
  const caller = callerOf(org);
  for (const [index, status] of statuses.entries()) await deployFlow(caller, version(`v${index + 1}`, status));
  return caller;
}

/** The name of the active version; null without one. */
function running({ localOrg }: Caller): string | null {
  return activeFlow(localOrg.org.metadata.flowVersions, 'greet')?.resources[0]?.name ?? null;
}

function activate(caller: Caller, number: string): Promise<DeployEnd> {
  return deploy(caller, {
    'package.xml': manifest({ FlowDefinition: ['Greet'] }),
    'flowDefinitions/Greet.flowDefinition': metadata(
      'FlowDefinition',
      `<activeVersionNumber>${number}</activeVersionNumber>`
    )
  });
}

describe('the active version of a flow', () => {
  it.each([
    ['empty for a draft', ['Draft'], null],
    ['empty for an obsolete version', ['Obsolete'], null],
    ['the version with the status Active', ['Active'], 'v1'],
    ['the newer of two versions with the status Active', ['Active', 'Active'], 'v2'],
    ['unchanged after a newer draft', ['Active', 'Draft'], 'v1']
  ])('is %s', async (_case, statuses, expected) => {
    expect(running(await deployVersions(statuses))).toBe(expected);
  });

  it('is set by a flow definition, and removed by 0', async () => {
    const caller = await deployVersions(['Active', 'Draft', 'Active']);
    await activate(caller, '2');
    expect(running(caller)).toBe('v2');
    await activate(caller, '0');
    expect(running(caller)).toBeNull();
    expect(failuresOf(await activate(caller, '4'))).toEqual([
      'FlowDefinition Greet (flowDefinitions/Greet.flowDefinition): Invalid version number: 4'
    ]);
  });

  it('is unchanged after a deploy that fails', async () => {
    const caller = await deployVersions(['Active']);
    const files = { 'flows/Greet.flow': version('v2', 'Active'), 'flows/Other.flow': flowFile('Other', {}) };
    await deploy(caller, { 'package.xml': manifest({ Flow: ['Greet', 'Other'] }), ...files });
    expect(running(caller)).toBe('v1');
  });
});

/** Setup, Process Automation Settings, “Deploy processes and flows as active”. */
function setDeploysActive(caller: Caller, isOn: boolean): Promise<DeployEnd> {
  return deploy(caller, {
    'package.xml': manifest({ Settings: ['Flow'] }),
    'settings/Flow.settings': metadata(
      'FlowSettings',
      `<enableFlowDeployAsActiveEnabled>${String(isOn)}</enableFlowDeployAsActiveEnabled>`
    )
  });
}

/** What clients read of the flow. */
async function viewOf(caller: Caller): Promise<unknown> {
  const soql =
    "SELECT ActiveVersionId, LatestVersionId, IsActive, VersionNumber FROM FlowDefinitionView WHERE ApiName = 'Greet'";
  const { body } = await caller.query(soql);
  return (body as { records: unknown[] }).records[0];
}

describe('the active version of a flow in a production org', () => {
  it('is empty after the first deploy, whatever the status says', async () => {
    const caller = await deployVersions(['Active'], 'production');
    expect(running(caller)).toBeNull();
    expect(await viewOf(caller)).toMatchObject({ ActiveVersionId: null, IsActive: false, VersionNumber: 1 });
  });

  it('stays the old one after an upgrade, and is the new one once a flow definition says so', async () => {
    const caller = await deployVersions(['Active'], 'production');
    await activate(caller, '1');
    const first = await viewOf(caller);
    await deployFlow(caller, version('v2', 'Active'));
    expect(running(caller)).toBe('v1');
    expect(await viewOf(caller)).toMatchObject({
      ...(first as object),
      IsActive: false,
      LatestVersionId: expect.any(String)
    });
    await activate(caller, '2');
    expect(running(caller)).toBe('v2');
  });

  it('stays active when the same file is deployed once more', async () => {
    const caller = await deployVersions(['Active'], 'production');
    await activate(caller, '1');
    await deployFlow(caller, version('v1', 'Active'));
    expect(running(caller)).toBe('v1');
  });

  it('is the new one where the org deploys flows as active', async () => {
    const caller = callerOf('production');
    await setDeploysActive(caller, true);
    await deployFlow(caller, version('v1', 'Active'));
    expect(running(caller)).toBe('v1');
  });

  it('is no matter of that setting in another org', async () => {
    const caller = callerOf('ready');
    await setDeploysActive(caller, false);
    await deployFlow(caller, version('v1', 'Active'));
    expect(running(caller)).toBe('v1');
  });
});

describe('a flow', () => {
  it('has the id prefix of flow versions, and is retrieved unchanged', async () => {
    const caller = callerOf('bare');
    const file = version('v1', 'Active');
    const end = await deployFlow(caller, file);
    expect(end.details.componentSuccesses.find(({ componentType }) => componentType === 'Flow')?.id).toMatch(/^301/);
    expect(retrieve(caller, 'Flow', 'Greet')).toBe(file);
  });

  it('gets no new version from the same file', async () => {
    const caller = await deployVersions(['Active']);
    await deployFlow(caller, version('v1', 'Active'));
    expect(caller.localOrg.org.metadata.flowVersions.get('greet')).toHaveLength(1);
  });

  it.each([
    ['its active version', 'Greet-2', 'insufficient access rights on cross-reference id', [1, 2]],
    ['another version', 'Greet-1', undefined, [2]]
  ])('is asked to give up %s', async (_case, member, problem, left) => {
    const caller = await deployVersions(['Draft', 'Active']);
    const end = await deploy(caller, {
      'package.xml': manifest({}),
      'destructiveChanges.xml': manifest({ Flow: [member] })
    });
    expect(end.details.componentFailures[0]?.problem).toBe(problem);
    expect(caller.localOrg.org.metadata.flowVersions.get('greet')?.map(({ number }) => number)).toEqual(left);
  });

  it.each([
    ['is not deleted while it is active', 'Active', 'insufficient access rights on cross-reference id'],
    ['is deleted when it is not active', 'Draft', undefined]
  ])('%s', async (_case, status, problem) => {
    const caller = await deployVersions([status]);
    const end = await deploy(caller, {
      'package.xml': manifest({}),
      'destructiveChanges.xml': manifest({ Flow: ['Greet'] })
    });
    expect(end.details.componentFailures[0]?.problem).toBe(problem);
    expect(caller.localOrg.org.metadata.component('Flow', 'Greet') === undefined).toBe(problem === undefined);
  });
});
