import { readStartingOrg } from '../../engine/startingOrg/startingOrg.ts';
import { callerOf, type Caller } from '../../testing/caller.ts';
import { readyOrg } from '../../testing/readyOrg.ts';

const SETTINGS = `{ uiapi { query { External_User_Setting__mdt(first: 50) {
  edges { node { DeveloperName { value } MasterLabel { value } Username_Pattern__c { value } } } } } } }`;

/** Queries the records of External_User_Profile__mdt in their order. */
const profilesOf = (caller: Caller, where = ''): Promise<unknown> =>
  caller.graphql(`{ uiapi { query { External_User_Profile__mdt(${where} orderBy: { Order__c: { order: ASC } }) {
    edges { node { Profile__c { value } Kind__c { value } Default__c { value } Order__c { value } } } } } } }`);

describe('a custom metadata type', () => {
  it('has the key prefix m00 or a following one, and is described with its fields', async () => {
    const caller = callerOf();
    const { schema } = caller.localOrg.org;
    expect(schema.object('External_User_Profile__mdt')?.keyPrefix).toBe('m00');
    expect(schema.object('external_user_setting__MDT')?.keyPrefix).toBe('m01');
    const describe = await caller.call('GET', '/sobjects/External_User_Setting__mdt/describe');
    expect(describe.body).toMatchObject({ custom: true, createable: false, updateable: false, deletable: false });
    expect((await caller.call('GET', '/ui-api/object-info/External_User_Profile__mdt')).body).toMatchObject({
      custom: true,
      keyPrefix: 'm00',
      fields: { Profile__c: { length: 80, custom: true }, DeveloperName: { custom: false } }
    });
  });

  it('has no record until one is deployed', async () => {
    expect(await callerOf().graphql(SETTINGS)).toEqual({
      data: { uiapi: { query: { External_User_Setting__mdt: { edges: [] } } } },
      errors: []
    });
  });

  it('returns its records in GraphQL, SOQL and REST', async () => {
    const caller = callerOf('allow-list');
    expect(await profilesOf(caller, 'where: { Kind__c: { eq: "customer" } },')).toMatchObject({
      errors: [],
      data: {
        uiapi: {
          query: {
            External_User_Profile__mdt: {
              edges: [
                {
                  node: { Profile__c: { value: 'Acme Customer' }, Default__c: { value: true }, Order__c: { value: 1 } }
                },
                { node: { Profile__c: { value: 'Acme Customer Plus' }, Default__c: { value: false } } }
              ]
            }
          }
        }
      }
    });
    const { body } = await caller.query(
      'SELECT Id, DeveloperName, Label, QualifiedApiName, Username_Pattern__c FROM External_User_Setting__mdt'
    );
    expect(body).toMatchObject({
      records: [{ DeveloperName: 'Default', Label: 'Default', QualifiedApiName: 'Default' }]
    });
  });

  it.each([
    ['create', 'POST', () => '/sobjects/External_User_Setting__mdt', { DeveloperName: 'X', MasterLabel: 'X' }],
    ['update', 'PATCH', (id: string) => `/sobjects/External_User_Setting__mdt/${id}`, { MasterLabel: 'X' }]
  ])('refuses to %s a record', async (_title, method, path, body) => {
    const caller = callerOf('allow-list');
    const type = caller.localOrg.org.schema.object('External_User_Setting__mdt');
    const [record] = type === undefined ? [] : caller.localOrg.org.all(type);
    expect(await caller.call(method, path(record?.Id ?? ''), body)).toMatchObject({
      status: 400,
      body: [{ errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY' }]
    });
  });

  it('has no GraphQL mutation, because it can only be queried and described', async () => {
    const caller = callerOf('allow-list');
    const body = await caller.graphql(
      'mutation { uiapi { External_User_Setting__mdtCreate(input: {}) { Record { Id } } } }'
    );
    expect(body).toMatchObject({ data: null, errors: [{ extensions: { ErrorType: 'ValidationError' } }] });
  });
});

describe('access to a custom metadata type', () => {
  it.each([
    ['System Administrator', 'has it by Customize Application', true],
    ['Sales Ops', 'has it by a permission set', true],
    ['Without permission', 'does not have it', false]
  ])('%s %s', async (label, _why, isSeen) => {
    const caller = callerOf('allow-list').as(label);
    const answer = await caller.graphql(SETTINGS);
    if (isSeen) expect(answer).toMatchObject({ errors: [], data: {} });
    else {
      expect(answer).toMatchObject({
        data: null,
        errors: [{ message: expect.stringContaining("Field 'External_User_Setting__mdt' in type 'RecordQuery'") }]
      });
    }
    expect((await caller.query('SELECT Id FROM External_User_Setting__mdt')).status).toBe(isSeen ? 200 : 400);
  });

  it('ends when the permission set no longer names the type', () => {
    const org = readyOrg({}, (starting) => {
      const { externalUserEnabler: grant } = starting.grants;
      if (grant === undefined) throw new Error('No permission set');
      return {
        ...starting,
        grants: { ...starting.grants, externalUserEnabler: { ...grant, customMetadataTypes: [] } }
      };
    });
    const salesOps = org.people.find(({ label }) => label === 'Sales Ops');
    const type = org.schema.object('External_User_Setting__mdt');
    expect(salesOps !== undefined && type !== undefined && org.access(salesOps).canRead(type)).toBe(false);
  });

  it('is possible in every starting org, because the types exist there', () => {
    expect(Object.keys(readStartingOrg('hidden-setup').customMetadataTypes)).toEqual([
      'External_User_Profile__mdt',
      'External_User_Setting__mdt'
    ]);
  });
});
