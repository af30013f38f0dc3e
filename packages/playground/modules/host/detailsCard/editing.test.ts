import { changesOf, editedFields, refusalOf } from './editing.ts';

const info = (dataType: string, updateable = true, referenceTo: readonly string[] = []) => ({
  label: dataType,
  dataType,
  updateable,
  referenceToInfos: referenceTo.map((apiName) => ({ apiName }))
});

const FIELDS = {
  Name: info('String', false),
  Title: info('String'),
  Score__c: info('Double'),
  Status__c: info('Picklist'),
  Active__c: info('Boolean'),
  AccountId: info('Reference', true, ['Account']),
  OwnerId: info('Reference', true, ['User']),
  ReportsToId: info('Reference', true, ['Contact']),
  Hidden__c: info('String')
};

const record = {
  id: '003A',
  apiName: 'Contact',
  lastModifiedById: '',
  lastModifiedDate: '',
  recordTypeId: null,
  systemModstamp: '',
  fields: Object.fromEntries(
    Object.entries({
      Name: 'Ada',
      Title: null,
      Score__c: 7,
      Status__c: 'Requested',
      Active__c: true,
      AccountId: '001A',
      OwnerId: '005A',
      ReportsToId: '003B'
    }).map(([name, value]) => [name, { value, displayValue: null }])
  )
};

const edited = editedFields(
  Object.keys(FIELDS).map((field) => {
    switch (field) {
      case 'AccountId':
        return { field, nameField: 'Account.Name' };
      case 'OwnerId':
        return { field, nameField: 'Owner.Name', isReadOnly: true };
      default:
        return { field };
    }
  }),
  record,
  FIELDS
);

describe('the form of a record', () => {
  it('has the fields that the person can see and edit', () => {
    expect(
      edited.map(({ name, type, value, isPicklist, lookupTo }) => [name, type, value, isPicklist, lookupTo])
    ).toEqual([
      ['Title', 'text', '', false, ''],
      ['Score__c', 'number', '7', false, ''],
      ['Status__c', 'text', 'Requested', true, ''],
      ['Active__c', 'checkbox', 'true', false, ''],
      ['AccountId', 'text', '001A', false, 'Account']
    ]);
  });

  it.each([
    ['nothing', {}, {}],
    ['nothing when a value did not change', { Title: '', Score__c: '7', Active__c: true }, {}],
    ['a choice', { Status__c: 'Approved' }, { Status__c: 'Approved' }],
    ['a number', { Score__c: '80' }, { Score__c: 80 }],
    ['an emptied field as null', { Score__c: '', Status__c: '' }, { Score__c: null, Status__c: null }],
    ['a checkbox', { Active__c: false }, { Active__c: false }],
    ['another record, or none', { AccountId: '' }, { AccountId: null }]
  ])('saves %s', (_title, entered, changes) => {
    expect(changesOf(edited, entered)).toEqual(changes);
  });

  it.each([
    [
      'of the record and of its fields',
      {
        message: 'Wrong',
        output: { errors: [{ message: 'Locked.' }], fieldErrors: { Title: [{ message: 'Too long.' }] } }
      },
      'Locked. Too long.'
    ],
    ['of the request', [{ errorCode: 'NOT_FOUND', message: 'Gone.' }], 'Gone.']
  ])('shows the errors %s', (_title, body, message) => {
    expect(refusalOf({ ok: false, status: 400, statusText: 'Bad Request', body })).toBe(message);
  });
});
