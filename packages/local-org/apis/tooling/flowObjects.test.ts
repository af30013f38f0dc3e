import { callerOf, type Caller } from '../../testing/caller.ts';
import { deploy, manifest } from '../../testing/deploy.ts';
import { begins } from '../../testing/flowElements.ts';
import { flowFile } from '../../testing/flowFile.ts';

const DEFINITIONS =
  'SELECT Id, DeveloperName, ActiveVersionId, ActiveVersion.VersionNumber, LatestVersion.VersionNumber, LatestVersion.Status FROM FlowDefinition';

interface Definition {
  readonly Id: string;
  readonly ActiveVersionId: string | null;
}

async function withFlow(org: string, versions = 1): Promise<Caller> {
  const caller = callerOf(org);
  for (let version = 1; version <= versions; version++) {
    await deploy(caller, {
      'package.xml': manifest({ Flow: ['Greet'] }),
      'flows/Greet.flow': flowFile('Greet', {
        ...begins,
        constants: { name: `v${String(version)}`, dataType: 'String' },
        status: 'Active'
      })
    });
  }
  return caller;
}

async function definitionOf(caller: Caller): Promise<Definition> {
  const { body } = await caller.call('GET', `/tooling/query?q=${encodeURIComponent(DEFINITIONS)}`);
  const [record] = (body as { records: readonly Definition[] }).records;
  if (record === undefined) throw new Error('There is no definition');
  return record;
}

function patch(caller: Caller, id: string, body: unknown) {
  return caller.call('PATCH', `/tooling/sobjects/FlowDefinition/${id}`, body);
}

const activates = (number: number) => ({ Metadata: { activeVersionNumber: number } });

describe('FlowDefinition of the Tooling API', () => {
  it('says which version of a flow is active, and which is the latest', async () => {
    expect(await definitionOf(await withFlow('ready', 2))).toMatchObject({
      Id: expect.stringMatching(/^300/u),
      DeveloperName: 'Greet',
      ActiveVersionId: expect.stringMatching(/^301/u),
      ActiveVersion: { VersionNumber: 2 },
      LatestVersion: { VersionNumber: 2, Status: 'Active' }
    });
    expect(await definitionOf(await withFlow('production', 2))).toMatchObject({
      ActiveVersionId: null,
      ActiveVersion: null,
      LatestVersion: { VersionNumber: 2, Status: 'Obsolete' }
    });
  });

  it('activates a version by its Metadata, and none with 0', async () => {
    const caller = await withFlow('production', 2);
    const { Id } = await definitionOf(caller);
    expect((await patch(caller, Id, activates(1))).status).toBe(204);
    expect(await definitionOf(caller)).toMatchObject({ ActiveVersion: { VersionNumber: 1 } });
    // jsforce sends the id with the fields.
    expect((await patch(caller, Id, { Id, ...activates(0) })).status).toBe(204);
    expect(await definitionOf(caller)).toMatchObject({ ActiveVersionId: null });
  });

  it.each([
    ['Greet', /^The flow Greet has no active version\. Ask an administrator to activate it/u],
    ['Grete', /^There is no flow Grete\. Ask an administrator to deploy it first/u]
  ])('says what to ask for where %s can’t start', async (flow, message) => {
    const { org } = (await withFlow('production')).localOrg;
    const [person] = org.people;
    const results = person === undefined ? [] : org.automation.run([{ flow, person, inputs: {} }]);
    expect(results).toEqual([expect.objectContaining({ status: 'error', message: expect.stringMatching(message) })]);
  });

  it.each([
    ['a version that the flow doesn’t have', activates(3), 400, 'Invalid version number: 3'],
    ['another field', { Description: 'x' }, 400, 'only Metadata can be changed, not Description'],
    ['metadata that is no object', { Metadata: 'x' }, 400, 'is an object']
  ])('refuses %s', async (_title, body, status, words) => {
    const caller = await withFlow('production');
    const { Id } = await definitionOf(caller);
    expect(await patch(caller, Id, body)).toMatchObject({
      status,
      body: [{ message: expect.stringContaining(words) }]
    });
    expect((await definitionOf(caller)).ActiveVersionId).toBeNull();
  });

  it('is changed only by people with Manage Flow, and known by its id only', async () => {
    const caller = await withFlow('production');
    const { Id } = await definitionOf(caller);
    expect(await patch(caller.as('Sales Ops'), Id, activates(1))).toMatchObject({
      status: 403,
      body: [{ errorCode: 'INSUFFICIENT_ACCESS' }]
    });
    expect((await patch(caller.as('Without permission'), Id, activates(1))).status).toBe(404);
    expect((await patch(caller, '300000000000000AAA', activates(1))).status).toBe(404);
    expect((await definitionOf(caller)).ActiveVersionId).toBeNull();
  });
});
