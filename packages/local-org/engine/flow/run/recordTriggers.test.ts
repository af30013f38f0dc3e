import { callerOf, found, type Answer, type Caller } from '../../../testing/caller.ts';
import { runJob } from '../../../testing/bulk.ts';
import { deployFlows } from '../../../testing/deployedFlows.ts';
import { afterSave, element, getFirst } from '../../../testing/flowElements.ts';
import { filter, gives, ref, text, to } from '../../../testing/flowValues.ts';
import type { XmlParts } from '../../../testing/xmlParts.ts';

/** Writes the name of the account into contacts with the title Boss. */
const namesDepartment: XmlParts = {
  start: afterSave({
    connector: to('Get_Account'),
    doesRequireRecordChangedToMeetCriteria: true,
    filterLogic: 'and',
    filters: [filter('Title', 'EqualTo', text('Boss'))]
  }),
  recordLookups: [getFirst('Get_Account', 'Account', [filter('Id', 'EqualTo', ref('$Record.AccountId'))], 'Name_It')],
  recordUpdates: [
    element('Name_It', { inputAssignments: [gives('Department', ref('Get_Account.Name'))], inputReference: '$Record' })
  ]
};

/** Copies the department into the email, which fails for a department that is not an address. */
const copiesEmail: XmlParts = {
  start: afterSave({
    connector: to('Copy'),
    filterLogic: 'and',
    filters: [filter('Department', 'IsNull', { booleanValue: false })],
    recordTriggerType: 'Create'
  }),
  recordUpdates: [
    element('Copy', { inputAssignments: [gives('Email', ref('$Record.Department'))], inputReference: '$Record' })
  ]
};

/** Runs a query for each item of a loop, which exceeds the limit of queries. */
const queriesInLoop: XmlParts = {
  start: afterSave({ connector: to('Get_All'), recordTriggerType: 'Create' }),
  recordLookups: [
    element('Get_All', {
      assignNullValuesIfNoRecordsFound: false,
      connector: to('Each'),
      getFirstRecordOnly: false,
      object: 'Contact',
      storeOutputAutomatically: true
    }),
    getFirst('Get_Again', 'Contact', [filter('Id', 'EqualTo', ref('Each.Id'))], 'Each')
  ],
  loops: [
    element('Each', { collectionReference: 'Get_All', iterationOrder: 'Asc', nextValueConnector: to('Get_Again') })
  ]
};

interface RowResult {
  readonly success: boolean;
  readonly errors: readonly { readonly statusCode: string; readonly message: string }[];
}

const insertContacts = async (
  caller: Caller,
  count: number,
  fields: (index: number) => object = () => ({})
): Promise<readonly RowResult[]> => {
  const records = Array.from({ length: count }, (_, index) => ({
    attributes: { type: 'Contact' },
    LastName: `Row ${String(index)}`,
    AccountId: caller.named('Account', 'Northwind Ångström AB').Id,
    ...fields(index)
  }));
  const { body } = await caller.call('POST', '/composite/sobjects', { records });
  return body as readonly RowResult[];
};

const rows = (caller: Caller) => found(caller, "SELECT Department FROM Contact WHERE LastName LIKE 'Row %'");

describe('a record-triggered flow', () => {
  it('runs within the save, for 200 contacts with one query and one update', async () => {
    const caller = callerOf();
    await deployFlows(caller, { Names_Department: namesDepartment });
    const results = await insertContacts(caller, 200, () => ({ Title: 'Boss' }));
    expect(results.filter(({ success }) => !success)).toEqual([]);
    const departments = (await rows(caller)).map(({ Department }) => Department);
    expect(departments).toEqual(Array.from({ length: 200 }, () => 'Northwind Ångström AB'));
  });

  it('starts nothing for the contact of a person account', async () => {
    const caller = callerOf('person-account');
    await deployFlows(caller, { Names_Department: namesDepartment });
    const { Id } = caller.named('Contact', 'Helena Kowalczyk');
    expect(await caller.call('PATCH', `/sobjects/Contact/${Id}`, { Title: 'Boss' })).toMatchObject({ status: 204 });
    expect(caller.named('Contact', 'Helena Kowalczyk')['Department'] ?? null).toBeNull();
  });

  const write: Readonly<Record<string, (caller: Caller) => Promise<Answer> | Promise<unknown>>> = {
    REST: (caller) => caller.call('POST', '/sobjects/Contact', contact(caller)),
    'UI API': (caller) => caller.call('POST', '/ui-api/records', { apiName: 'Contact', fields: contact(caller) }),
    GraphQL: (caller) =>
      caller.graphql(
        'mutation ($input: ContactCreateInput!) { uiapi { ContactCreate(input: $input) { Record { Id } } } }',
        { input: { Contact: contact(caller) } }
      ),
    Composite: (caller) =>
      caller.call('POST', '/composite', {
        allOrNone: true,
        compositeRequest: [
          { method: 'POST', url: '/services/data/v68.0/sobjects/Contact', referenceId: 'one', body: contact(caller) }
        ]
      }),
    'sObject Tree': (caller) =>
      caller.call('POST', '/composite/tree/Contact', {
        records: [{ attributes: { type: 'Contact', referenceId: 'one' }, ...contact(caller) }]
      }),
    'Bulk API': (caller) => {
      const { LastName, Title, AccountId } = contact(caller);
      const csv = `LastName,Title,AccountId\n${LastName},${Title},${AccountId}\n`;
      return runJob(caller, { object: 'Contact', operation: 'insert' }, csv);
    }
  };
  const contact = (caller: Caller): { LastName: string; Title: string; AccountId: string } => ({
    LastName: 'Row 1',
    Title: 'Boss',
    AccountId: caller.named('Account', 'Northwind Ångström AB').Id
  });

  it.each(Object.keys(write))('runs after a save through %s', async (api) => {
    const caller = callerOf();
    await deployFlows(caller, { Names_Department: namesDepartment });
    await write[api]?.(caller);
    expect(await rows(caller)).toMatchObject([{ Department: 'Northwind Ångström AB' }]);
  });

  it('refuses only the one record of 200 for which it fails, and mails the author of the flow', async () => {
    const caller = callerOf();
    await deployFlows(caller, { Copies_Email: copiesEmail });
    const results = await insertContacts(caller, 200, (index) => ({
      Department: index === 7 ? 'nobody' : `${String(index)}@acme.example`
    }));
    expect(results.flatMap(({ success }, index) => (success ? [] : [index]))).toEqual([7]);
    expect(results[7]?.errors).toMatchObject([
      {
        statusCode: 'CANNOT_EXECUTE_FLOW_TRIGGER',
        message: expect.stringMatching(
          /^We can't save this record because the “Copies Email” process failed\. Give your Salesforce admin these details\. This error occurred when the flow tried to update records: INVALID_EMAIL_ADDRESS: .* You can look up ExceptionCode values in the SOAP API Developer Guide\. Error ID: /
        ) as unknown
      }
    ]);
    expect(await rows(caller)).toHaveLength(199);
    expect(caller.localOrg.outbox).toMatchObject([
      { to: 'Ingrid Solberg <ingrid.solberg@acme.example>', subject: 'Error Occurred During Flow “Copies Email”' }
    ]);
  });

  it('rolls everything back after a governor limit', async () => {
    const caller = callerOf();
    await deployFlows(caller, { Queries_In_Loop: queriesInLoop });
    const results = await insertContacts(caller, 120);
    const messages = new Set(
      results.flatMap(({ errors }) => errors.map(({ message }) => message.replace(/ Error ID.*/, '')))
    );
    expect([...messages]).toEqual([expect.stringContaining(' Too many SOQL queries: 101')]);
    expect(await rows(caller)).toEqual([]);
  });

  it.each([
    ['starts to meet', 'Worker', 'Boss', 'Northwind Ångström AB'],
    ['met before', 'Boss', 'Boss', 'changed']
  ])(
    'that requires a change gives a record that %s its conditions (%s → %s) the department %s',
    async (_, before, after, department) => {
      const caller = callerOf();
      await insertContacts(caller, 1, () => ({ Title: before }));
      await deployFlows(caller, { Names_Department: namesDepartment });
      const [row] = await found(caller, "SELECT Id FROM Contact WHERE LastName = 'Row 0'");
      await caller.call('PATCH', `/sobjects/Contact/${String(row?.['Id'])}`, { Title: after, Department: 'changed' });
      expect(await rows(caller)).toMatchObject([{ Department: department }]);
    }
  );

  it('is stopped if it always triggers itself again', async () => {
    const caller = callerOf();
    const again = { ...namesDepartment, start: afterSave({ connector: to('Get_Account') }) };
    await deployFlows(caller, { Again: again });
    const [result] = await insertContacts(caller, 1);
    expect(result?.errors[0]?.message).toContain('Maximum trigger depth exceeded.');
  });
});
