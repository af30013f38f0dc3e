import { callerOf, found, type Caller } from '../../testing/caller.ts';
import { metadata } from '../../testing/deploy.ts';
import { deployFlows } from '../../testing/deployedFlows.ts';
import { element, variable } from '../../testing/flowElements.ts';
import { assigns, gives, ref, text, to } from '../../testing/flowValues.ts';
import { xmlOf, type XmlParts } from '../../testing/xmlParts.ts';

const greets: XmlParts = {
  start: { connector: to('Greet') },
  variables: [
    variable('name', 'String', { isInput: true }),
    variable('greeting', 'String', { isOutput: true }),
    variable('contact', 'SObject', { isOutput: true, objectType: 'Contact' })
  ],
  assignments: [
    element('Greet', {
      assignmentItems: [assigns('greeting', text('Hej {!name}')), assigns('contact.LastName', ref('name'))]
    })
  ]
};

const fails: XmlParts = {
  start: { connector: to('Create') },
  recordCreates: [element('Create', { inputAssignments: [gives('FirstName', text('Nobody'))], object: 'Contact' })]
};

const restricted = { ...greets, isAdditionalPermissionRequiredToRun: true };
const triggered: XmlParts = {
  start: { connector: to('Greet'), object: 'Contact', recordTriggerType: 'Create', triggerType: 'RecordAfterSave' },
  variables: [variable('greeting', 'String')],
  assignments: [element('Greet', { assignmentItems: [assigns('greeting', text('Hej'))] })]
};

const runsFlows = (flows: readonly string[]): string =>
  metadata(
    'PermissionSet',
    xmlOf({ flowAccesses: flows.map((flow) => ({ enabled: true, flow })), hasActivationRequired: false, label: 'Runs' })
  );

const ACTIONS = '/actions/custom/flow';

async function withFlows(): Promise<Caller> {
  const caller = callerOf();
  await deployFlows(
    caller,
    {
      Greets: greets,
      Fails: fails,
      Restricted: restricted,
      Triggered: triggered,
      Draft: { ...greets, status: 'Draft' }
    },
    { 'permissionsets/Runs.permissionset': runsFlows(['Restricted']) },
    { PermissionSet: ['Runs'] }
  );
  return caller;
}

async function assignRuns(caller: Caller): Promise<void> {
  const { org } = caller.localOrg;
  const [admin] = org.people;
  const PermissionSetId = caller.named('PermissionSet', 'Runs').Id;
  await caller.call('POST', '/sobjects/PermissionSetAssignment', { AssigneeId: admin?.userId, PermissionSetId });
}

it('SOQL finds flows and their versions', async () => {
  const caller = await withFlows();
  await deployFlows(caller, { Greets: { ...greets, description: 'Says hello', status: 'Draft' } });
  const definitions = 'SELECT ApiName, IsActive, TriggerType, ActiveVersionId, LatestVersionId FROM FlowDefinitionView';
  const [greeting, trigger] = await found(
    caller,
    `${definitions} WHERE ApiName IN ('Greets', 'Triggered') ORDER BY ApiName`
  );
  expect(greeting).toMatchObject({ ApiName: 'Greets', IsActive: false, TriggerType: null });
  expect(greeting?.['ActiveVersionId']).not.toBe(greeting?.['LatestVersionId']);
  expect(trigger).toMatchObject({ IsActive: true, TriggerType: 'RecordAfterSave' });
  const versions = "SELECT VersionNumber, Status FROM FlowVersionView WHERE Label = 'Greets' ORDER BY VersionNumber";
  expect(await found(caller, versions)).toMatchObject([
    { VersionNumber: 1, Status: 'Active' },
    { VersionNumber: 2, Status: 'Draft' }
  ]);
});

describe('flow actions', () => {
  it('are listed when they are active, autolaunched, and the person may run them', async () => {
    const caller = await withFlows();
    const names = async () =>
      ((await caller.call('GET', ACTIONS)).body as { actions: { name: string }[] }).actions.map(({ name }) => name);
    expect(await names()).toEqual(['Fails', 'Greets']);
    await assignRuns(caller);
    expect(await names()).toEqual(['Fails', 'Greets', 'Restricted']);
  });

  it('are described with inputs and outputs', async () => {
    const { body } = await (await withFlows()).call('GET', `${ACTIONS}/Greets`);
    expect(body).toMatchObject({
      name: 'Greets',
      type: 'FLOW',
      inputs: [{ name: 'name', type: 'STRING', maxOccurs: 1 }],
      outputs: [
        { name: 'Flow__InterviewStatus', type: 'PICKLIST' },
        { name: 'greeting', type: 'STRING' },
        { name: 'contact', type: 'REFERENCE', sobjectType: 'Contact' }
      ]
    });
  });

  it('run one interview for each input', async () => {
    const inputs = [{ name: 'Ada' }, { name: 'Bo' }];
    const { status, body } = await (await withFlows()).call('POST', `${ACTIONS}/Greets`, { inputs });
    expect(status).toBe(200);
    expect(body).toMatchObject(
      inputs.map(({ name }) => ({
        actionName: 'Greets',
        errors: null,
        isSuccess: true,
        outputValues: {
          greeting: `Hej ${name}`,
          contact: { attributes: { type: 'Contact' }, LastName: name },
          Flow__InterviewStatus: 'Finished'
        }
      }))
    );
  });

  it('say of a failed flow only that it failed', async () => {
    const answer = await (await withFlows()).call('POST', `${ACTIONS}/Fails`, { inputs: [{}] });
    expect(answer).toMatchObject({
      status: 400,
      body: [
        {
          isSuccess: false,
          errors: [{ statusCode: 'UNKNOWN_EXCEPTION', message: 'An unhandled fault has occurred in this flow' }],
          outputValues: { Flow__InterviewStatus: 'Error' }
        }
      ]
    });
  });

  it.each([
    ['Restricted', 403, 'INSUFFICIENT_ACCESS'],
    ['Triggered', 404, 'NOT_FOUND'],
    ['Draft', 404, 'NOT_FOUND'],
    ['Nothing', 404, 'NOT_FOUND']
  ])('refuse the flow %s with %d', async (name, status, errorCode) => {
    const answer = await (await withFlows()).call('POST', `${ACTIONS}/${name}`, { inputs: [{}] });
    expect(answer).toMatchObject({ status, body: [{ errorCode }] });
  });

  it('run a restricted flow for a person who was granted it, and no flow without Run Flows', async () => {
    const caller = await withFlows();
    await assignRuns(caller);
    expect(await caller.call('POST', `${ACTIONS}/Restricted`, { inputs: [{ name: 'Ada' }] })).toMatchObject({
      status: 200
    });
    expect(await caller.as('Without permission').call('GET', `${ACTIONS}/Greets`)).toMatchObject({ status: 403 });
  });
});
