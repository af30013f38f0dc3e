import { callerOf, found, type Caller } from '../../../testing/caller.ts';
import { metadata } from '../../../testing/deploy.ts';
import { deployFlows } from '../../../testing/deployedFlows.ts';
import { decision, element, variable } from '../../../testing/flowElements.ts';
import { condition, filter, gives, ref, text, to } from '../../../testing/flowValues.ts';
import { xmlOf, type XmlParts } from '../../../testing/xmlParts.ts';

const event = (publishBehavior: string): string =>
  metadata(
    'CustomObject',
    xmlOf({
      deploymentStatus: 'Deployed',
      eventType: 'HighVolume',
      fields: ['Contact__c', 'Note__c'].map((fullName) => ({ fullName, label: fullName, length: 80, type: 'Text' })),
      label: 'News',
      pluralLabel: 'News',
      publishBehavior
    })
  );

/** Writes the note of each message into its contact. */
const notes: XmlParts = {
  start: { connector: to('Note_It'), object: 'News__e', triggerType: 'PlatformEvent' },
  recordUpdates: [
    element('Note_It', {
      filterLogic: 'and',
      filters: [filter('Id', 'EqualTo', ref('$Record.Contact__c'))],
      inputAssignments: [gives('Department', ref('$Record.Note__c'))],
      object: 'Contact'
    })
  ]
};

/** Publishes an event, then fails unless `isGood` is true. */
const publishes: XmlParts = {
  start: { connector: to('Publish') },
  variables: [variable('contactId', 'String', { isInput: true }), variable('isGood', 'Boolean', { isInput: true })],
  recordCreates: [
    element('Publish', {
      connector: to('Is_Good'),
      inputAssignments: [gives('Contact__c', ref('contactId')), gives('Note__c', text('from a flow'))],
      object: 'News__e'
    }),
    element('Fail', { inputAssignments: [gives('FirstName', text('No last name'))], object: 'Contact' })
  ],
  decisions: [decision('Is_Good', condition('isGood', 'EqualTo', { booleanValue: true }), 'Fail')]
};

async function withEvent(publishBehavior: string): Promise<Caller> {
  const caller = callerOf();
  const files = { 'objects/News__e.object': event(publishBehavior) };
  const members = { CustomObject: ['News__e'], CustomField: ['News__e.Contact__c', 'News__e.Note__c'] };
  await deployFlows(caller, { Notes: notes, Publishes: publishes }, files, members);
  return caller;
}

const message = (caller: Caller, note: string) => ({ Contact__c: caller.localOrg.org.defaultContactId, Note__c: note });
const department = ({ localOrg: { org } }: Caller) => org.find(org.defaultContactId)?.['Department'];

describe('a platform event', () => {
  it('is described, can be created and cannot be queried', async () => {
    const caller = await withEvent('PublishImmediately');
    const { body } = await caller.call('GET', '/sobjects/News__e/describe');
    expect(body).toMatchObject({ createable: true, updateable: false, deletable: false, queryable: false });
    expect((body as { fields: { name: string }[] }).fields.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['ReplayId', 'EventUuid', 'CreatedDate', 'Contact__c', 'Note__c'])
    );
    expect(await caller.query('SELECT Id FROM News__e')).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_TYPE' }]
    });
    expect(await caller.call('POST', '/sobjects/News__e', message(caller, 'by REST'))).toMatchObject({
      status: 201,
      body: { success: true, errors: [{ statusCode: 'OPERATION_ENQUEUED' }] }
    });
  });

  it('triggers its flow as Automated Process, in a transaction of its own', async () => {
    const caller = await withEvent('PublishImmediately');
    await caller.call('POST', '/sobjects/News__e', message(caller, 'by REST'));
    expect(department(caller)).toBeNull();
    expect(caller.localOrg.org.automation.runDue()).toBe(1);
    const [contact] = await found(
      caller,
      "SELECT Department, LastModifiedBy.Name FROM Contact WHERE Department = 'by REST'"
    );
    expect(contact).toMatchObject({ LastModifiedBy: { Name: 'Automated Process' } });
  });

  it('may share a transaction with a setup object, because publishing is not DML', async () => {
    const caller = await withEvent('PublishImmediately');
    const { org } = caller.localOrg;
    const news = org.schema.object('News__e');
    const user = org.people[1];
    if (news === undefined || user === undefined) throw new Error('No event');
    const results = org.transact(caller.localOrg.people[0] ?? user, { allOrNone: true }, (writes) => [
      writes.update(user.userId, { IsActive: false }),
      writes.insert(news, message(caller, 'mixed'))
    ]);
    expect(results.map(({ success }) => success)).toEqual([true, true]);
  });

  it.each([
    ['PublishImmediately', true, 1],
    ['PublishImmediately', false, 1],
    ['PublishAfterCommit', true, 1],
    ['PublishAfterCommit', false, 0]
  ])('with %s from a flow that succeeds (%s) reaches %d flows', async (behavior, isGood, count) => {
    const caller = await withEvent(behavior);
    const inputs = [{ contactId: caller.localOrg.org.defaultContactId, isGood }];
    const { status } = await caller.call('POST', '/actions/custom/flow/Publishes', { inputs });
    expect(status).toBe(isGood ? 200 : 400);
    expect(caller.localOrg.org.automation.runDue()).toBe(count);
    expect(department(caller)).toBe(count === 0 ? null : 'from a flow');
  });

  it('sends its messages to a flow together and in their order', async () => {
    const caller = await withEvent('PublishImmediately');
    const records = Array.from({ length: 150 }, (_, index) => ({
      attributes: { type: 'News__e' },
      ...message(caller, String(index))
    }));
    await caller.call('POST', '/composite/sobjects', { records });
    expect(caller.localOrg.org.automation.runDue()).toBe(150);
    expect(department(caller)).toBe('149');
  });
});
