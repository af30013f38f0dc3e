import { callerOf, found, type Caller } from '../../../testing/caller.ts';
import { deployFlows } from '../../../testing/deployedFlows.ts';
import { element, getFirst, variable } from '../../../testing/flowElements.ts';
import { assigns, filter, gives, ref, text, to } from '../../../testing/flowValues.ts';
import type { XmlParts } from '../../../testing/xmlParts.ts';
import type { InterviewResult } from './automation.ts';
import type { FlowValue } from '../model/values.ts';

const run = (
  caller: Caller,
  flow: string,
  ...inputs: Readonly<Record<string, FlowValue>>[]
): readonly InterviewResult[] => {
  const { org } = caller.localOrg;
  const person = org.people[0];
  if (person === undefined) throw new Error('Nobody');
  return org.automation.run(inputs.map((one) => ({ flow, person, inputs: one })));
};

const outputsOf = (results: readonly InterviewResult[]) =>
  results.map((result) => (result.status === 'finished' ? result.outputs : result));

const input = (name: string, dataType = 'String', more: XmlParts = {}) =>
  variable(name, dataType, { isInput: true, ...more });
const output = (name: string, dataType = 'String', more: XmlParts = {}) =>
  variable(name, dataType, { isOutput: true, ...more });

/** Creates a contact. Its fault path keeps the error of the platform. */
const creates: XmlParts = {
  start: { connector: to('Create') },
  variables: [input('lastName'), output('id'), output('fault')],
  recordCreates: [
    element('Create', {
      assignRecordIdToReference: 'id',
      faultConnector: to('Note_Fault'),
      inputAssignments: [gives('Email', text('{!lastName}@acme.example')), gives('LastName', ref('lastName'))],
      object: 'Contact'
    })
  ],
  assignments: [element('Note_Fault', { assignmentItems: [assigns('fault', ref('$Flow.FaultMessage'))] })]
};

/** Joins the last names of contacts in a loop, for a collection of ids. */
const joins: XmlParts = {
  start: { connector: to('Get_Contacts') },
  variables: [
    input('ids', 'String', { isCollection: true }),
    output('names', 'String', { value: text('') }),
    output('count', 'Number', { scale: 0 }),
    variable('seen', 'SObject', { isCollection: true, objectType: 'Contact' })
  ],
  recordLookups: [
    element('Get_Contacts', {
      assignNullValuesIfNoRecordsFound: false,
      connector: to('Each'),
      filterLogic: 'and',
      filters: [filter('Id', 'In', ref('ids'))],
      getFirstRecordOnly: false,
      object: 'Contact',
      queriedFields: ['Id', 'LastName'],
      sortField: 'LastName',
      sortOrder: 'Desc',
      storeOutputAutomatically: true
    })
  ],
  loops: [
    element('Each', {
      collectionReference: 'Get_Contacts',
      iterationOrder: 'Asc',
      nextValueConnector: to('Join'),
      noMoreValuesConnector: to('Count_Them')
    })
  ],
  assignments: [
    element('Join', {
      assignmentItems: [assigns('names', ref('line'), 'Assign'), assigns('seen', ref('Each'), 'Add')],
      connector: to('Each')
    }),
    element('Count_Them', { assignmentItems: [assigns('count', ref('seen'), 'AssignCount')] })
  ],
  formulas: [{ name: 'line', dataType: 'String', expression: "{!names} & {!Each.LastName} & ';'" }]
};

/** Calls `creates` twice, each time with variables of its own. */
const calls: XmlParts = {
  start: { connector: to('Call_One') },
  variables: [output('first'), output('second')],
  subflows: [
    element('Call_One', {
      connector: to('Call_Two'),
      flowName: 'Creates',
      inputAssignments: [{ name: 'lastName', value: text('One') }],
      outputAssignments: [{ assignToReference: 'first', name: 'id' }]
    }),
    element('Call_Two', {
      connector: to('Keep'),
      flowName: 'Creates',
      inputAssignments: [{ name: 'lastName', value: text('T w o') }],
      storeOutputAutomatically: true
    })
  ],
  assignments: [element('Keep', { assignmentItems: [assigns('second', ref('Call_Two.fault'))] })]
};

describe('an autolaunched flow', () => {
  it('loops over the records that it found, in the order of its sort field', async () => {
    const caller = callerOf();
    await deployFlows(caller, { Joins: joins });
    const rows = await found(caller, 'SELECT Id, LastName FROM Contact ORDER BY LastName DESC LIMIT 3');
    const ids = rows.map(({ Id }) => String(Id));
    const names = rows.map(({ LastName }) => `${String(LastName)};`).join('');
    expect(outputsOf(run(caller, 'Joins', { ids }))).toEqual([{ names, count: 3 }]);
  });

  it('fails if it looks up by a text that is not an id', async () => {
    const caller = callerOf();
    await deployFlows(caller, { Joins: joins });
    const message: unknown = expect.stringContaining('INVALID_QUERY_FILTER_OPERATOR: invalid ID field: Ada');
    expect(run(caller, 'Joins', { ids: ['Ada'] })).toEqual([{ status: 'error', element: 'Get_Contacts', message }]);
  });

  it('takes the fault path only in the one interview of 200 that fails', async () => {
    const caller = callerOf();
    await deployFlows(caller, { Creates: creates });
    const inputs = Array.from({ length: 200 }, (_, index) => ({
      lastName: index === 150 ? 'no address' : `Row${String(index)}`
    }));
    const outputs = outputsOf(run(caller, 'Creates', ...inputs));
    expect(outputs[150]).toEqual({
      id: null,
      fault:
        'This error occurred when the flow tried to create records: INVALID_EMAIL_ADDRESS: Email: invalid email address: no address@acme.example. You can look up ExceptionCode values in the SOAP API Developer Guide.'
    });
    expect(outputs.filter((one) => 'fault' in one && one.fault === null)).toHaveLength(199);
    expect(await found(caller, "SELECT Id FROM Contact WHERE LastName LIKE 'Row%'")).toHaveLength(199);
  });

  it('runs subflows in its transaction, with variables of their own', async () => {
    const caller = callerOf();
    await deployFlows(caller, { Creates: creates, Calls: calls });
    const [outputs] = outputsOf(run(caller, 'Calls', {}));
    expect(outputs).toMatchObject({ first: expect.stringMatching(/^003/) as unknown });
    expect(outputs).toMatchObject({ second: expect.stringContaining('INVALID_EMAIL_ADDRESS') as unknown });
  });

  it('rolls back without a fault path, and mails the user who changed the flow last', async () => {
    const caller = callerOf();
    const twice = {
      ...creates,
      recordCreates: [
        element('Create', {
          connector: to('Fail'),
          inputAssignments: [gives('LastName', text('Gone'))],
          object: 'Contact'
        }),
        element('Fail', { inputAssignments: [gives('FirstName', text('Nobody'))], object: 'Contact' })
      ],
      assignments: undefined
    };
    await deployFlows(caller, { Twice: twice });
    expect(run(caller, 'Twice', {})).toEqual([
      { status: 'error', element: 'Fail', message: expect.stringContaining('REQUIRED_FIELD_MISSING') as unknown }
    ]);
    expect(await found(caller, "SELECT Id FROM Contact WHERE LastName = 'Gone'")).toEqual([]);
    expect(caller.localOrg.outbox.map(({ subject }) => subject)).toEqual(['Error Occurred During Flow “Twice”']);
  });

  it('cannot create a user and a contact in one transaction', async () => {
    const caller = callerOf();
    const mixed: XmlParts = {
      start: { connector: to('Get_User') },
      recordLookups: [getFirst('Get_User', 'User', [filter('Id', 'EqualTo', ref('$User.Id'))], 'Deactivate')],
      recordUpdates: [
        element('Deactivate', {
          connector: to('Create'),
          filterLogic: 'and',
          filters: [filter('Id', 'EqualTo', ref('Get_User.Id'))],
          inputAssignments: [gives('IsActive', { booleanValue: true })],
          object: 'User'
        })
      ],
      recordCreates: [element('Create', { inputAssignments: [gives('LastName', text('Mixed'))], object: 'Contact' })]
    };
    await deployFlows(caller, { Mixed: mixed });
    expect(run(caller, 'Mixed', {})).toMatchObject([
      { status: 'error', element: 'Create', message: expect.stringContaining('MIXED_DML_OPERATION') as unknown }
    ]);
  });
});

describe('the run mode of a flow', () => {
  it.each([
    ['DefaultMode', 'error'],
    ['SystemModeWithoutSharing', 'finished']
  ])('%s ends the write of a field without access with the status %s', async (runInMode, status) => {
    const caller = callerOf();
    const writes = {
      runInMode,
      start: { connector: to('Write') },
      recordUpdates: [
        element('Write', {
          filterLogic: 'and',
          filters: [filter('Id', 'EqualTo', text(caller.localOrg.org.defaultContactId))],
          inputAssignments: [gives('Department', text('Written'))],
          object: 'Contact'
        })
      ]
    };
    const org = await deployFlows(caller, { Writes: writes });
    const person = org.people.find(({ label }) => label === 'Without permission');
    if (person === undefined) throw new Error('Nobody');
    const profileId = String(org.find(person.userId)?.['ProfileId']);
    const grant = org.metadata.grant(profileId);
    org.metadata.transact(person, new Map(), ({ world }) => {
      world.metadata.grant(profileId, {
        ...(grant ?? { objectPermissions: {} }),
        userPermissions: ['RunFlow'],
        fieldPermissions: { ...grant?.fieldPermissions, 'Contact.Department': 'read' }
      });
      return true;
    });
    expect(org.automation.run([{ flow: 'Writes', person, inputs: {} }])).toMatchObject([{ status }]);
  });
});
