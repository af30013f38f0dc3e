import { callerOf, type Caller } from '../../../testing/caller.ts';
import { metadata } from '../../../testing/deploy.ts';
import { deployFlows } from '../../../testing/deployedFlows.ts';
import { decision, element, variable } from '../../../testing/flowElements.ts';
import { assigns, condition, filter, gives, ref, text, to } from '../../../testing/flowValues.ts';
import { xmlOf, type XmlParts } from '../../../testing/xmlParts.ts';
import type { InterviewResult } from './automation.ts';

/** Runs an element as often as the input says. */
const repeats = (kind: 'recordCreates' | 'recordLookups' | 'recordUpdates', again: XmlParts): XmlParts => ({
  start: { connector: to('Count') },
  variables: [
    variable('times', 'Number', { isInput: true, scale: 0 }),
    variable('done', 'Number', { scale: 0, value: { numberValue: 0 } })
  ],
  assignments: [
    element('Count', { assignmentItems: [assigns('done', { numberValue: 1 }, 'Add')], connector: to('Is_Done') }),
    element('Fault_Path', { assignmentItems: [assigns('done', { numberValue: 0 })] })
  ],
  decisions: [decision('Is_Done', condition('done', 'GreaterThan', ref('times')), 'Again')],
  [kind]: [element('Again', { ...again, connector: to('Count'), faultConnector: to('Fault_Path') })]
});

const lookup = (again: XmlParts): XmlParts =>
  repeats('recordLookups', { assignNullValuesIfNoRecordsFound: false, storeOutputAutomatically: true, ...again });
const looksUpOne = lookup({ getFirstRecordOnly: true, object: 'Organization' });

/** Filters that find the thousand contacts of `withFlow`. */
const ofThousand = {
  filterLogic: 'and',
  filters: [filter('LastName', 'EqualTo', text('Thousand'))],
  object: 'Contact'
};

const creates = (object: string, field: string): XmlParts =>
  repeats('recordCreates', { inputAssignments: [gives(field, text('Repeated'))], object });

interface Limit {
  readonly what: string;
  readonly flow: XmlParts;
  /** The highest number of repetitions that succeeds. */
  readonly most: number;
  readonly message: string;
}

/** Source: Salesforce Help, "Per-Transaction Flow Limits"; Platform Events Developer Guide, publish calls. */
const LIMITS: readonly Limit[] = [
  { what: 'queries', flow: looksUpOne, most: 100, message: 'Too many SOQL queries: 101' },
  {
    what: 'query rows',
    flow: lookup({ ...ofThousand, getFirstRecordOnly: false, queriedFields: ['Id'] }),
    most: 50,
    message: 'Too many query rows: 51000'
  },
  {
    what: 'DML statements',
    flow: creates('Contact', 'LastName'),
    most: 150,
    message: 'Too many DML statements: 151'
  },
  {
    what: 'DML rows',
    flow: repeats('recordUpdates', { ...ofThousand, inputAssignments: [gives('Department', text('Repeated'))] }),
    most: 10,
    message: 'Too many DML rows: 11000'
  },
  {
    what: 'messages published at once',
    flow: creates('At_Once__e', 'Note__c'),
    most: 150,
    message: 'Too many EventBus.publish calls: 151'
  },
  {
    what: 'DML statements that publish after the commit',
    flow: creates('After_Commit__e', 'Note__c'),
    most: 150,
    message: 'Too many DML statements: 151'
  }
];

const event = (publishBehavior: string): string =>
  metadata(
    'CustomObject',
    xmlOf({
      deploymentStatus: 'Deployed',
      eventType: 'HighVolume',
      fields: [{ fullName: 'Note__c', label: 'Note', length: 80, type: 'Text' }],
      label: publishBehavior,
      pluralLabel: publishBehavior,
      publishBehavior
    })
  );

const files = {
  'objects/At_Once__e.object': event('PublishImmediately'),
  'objects/After_Commit__e.object': event('PublishAfterCommit')
};
const members = {
  CustomObject: ['At_Once__e', 'After_Commit__e'],
  CustomField: ['At_Once__e.Note__c', 'After_Commit__e.Note__c']
};

async function withFlow(flow: XmlParts): Promise<Caller> {
  const caller = callerOf();
  caller.localOrg.org.load('Contact', Array<{ LastName: string }>(1000).fill({ LastName: 'Thousand' }));
  await deployFlows(caller, { Repeats: flow }, files, members);
  return caller;
}

function run({ localOrg: { org } }: Caller, ...times: readonly number[]): readonly InterviewResult[] {
  const [person] = org.people;
  if (person === undefined) throw new Error('Nobody');
  return org.automation.run(times.map((time) => ({ flow: 'Repeats', person, inputs: { times: time } })));
}

describe('a transaction', () => {
  it.each(LIMITS)('fails with more $what than allowed, in spite of a fault path', async ({ flow, most, message }) => {
    const caller = await withFlow(flow);
    expect(run(caller, most)).toMatchObject([{ status: 'finished' }]);
    expect(run(caller, most + 1)).toEqual([{ status: 'error', element: 'Again', message }]);
  });

  it('rolls back the changes of all its interviews after a limit', async () => {
    const caller = await withFlow(creates('Contact', 'LastName'));
    expect(run(caller, 1, 151)).toMatchObject([{ status: 'error' }, { status: 'error' }]);
    expect(caller.localOrg.outbox.length).toBeGreaterThan(0);
    expect(await caller.query("SELECT Id FROM Contact WHERE LastName = 'Repeated'")).toMatchObject({
      body: { totalSize: 0 }
    });
  });

  it('runs one query for all interviews that reach the same element', async () => {
    const results = run(await withFlow(looksUpOne), ...Array<number>(200).fill(100));
    expect(results.every(({ status }) => status === 'finished')).toBe(true);
  });
});
