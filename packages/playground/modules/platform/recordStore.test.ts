import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { toId18 } from './recordShape.ts';
import { evict, ingest, markStale, onRecordsChanged, readRecord } from './recordStore.ts';

const contactId = '003000010000001AAA';
const accountId = '001000010000001AAA';

function record(apiName: string, id: string, fields: RecordRepresentation['fields']): RecordRepresentation {
  return {
    apiName,
    id,
    fields,
    lastModifiedById: null,
    lastModifiedDate: null,
    recordTypeId: null,
    systemModstamp: null
  };
}

const value = (content: RecordRepresentation['fields'][string]['value']) => ({ displayValue: null, value: content });

const account = record('Account', accountId, { Name: value('Acme'), IsPartner: value(false) });
const contact = record('Contact', contactId, {
  LastName: value('Dubois'),
  Account: { displayValue: 'Acme', value: account }
});

const fields = ['Contact.LastName', 'Contact.Account.Name', 'Contact.Account.IsPartner'];

beforeEach(() => {
  evict(contactId);
  evict(accountId);
});

describe('the record cache', () => {
  it('returns the requested fields, also across relationships', () => {
    ingest(contact, fields);
    expect(readRecord(contactId, fields)).toEqual({ snapshot: contact, isComplete: true, isFresh: true });
  });

  it('shows a change of a related record in every record that refers to it', () => {
    ingest(contact, fields);
    ingest(record('Account', accountId, { IsPartner: value(true) }), []);
    const { snapshot } = readRecord(contactId, fields);
    expect(snapshot?.fields['Account']?.value).toMatchObject({
      fields: { IsPartner: { value: true }, Name: { value: 'Acme' } }
    });
  });

  it('tells its listeners which records changed', () => {
    const heard: string[][] = [];
    const stop = onRecordsChanged((changed) => heard.push([...changed].sort()));
    ingest(contact, fields);
    stop();
    ingest(account, []);
    expect(heard).toEqual([[accountId, contactId]]);
  });

  it.each([
    ['a field that was not requested yet', ['Contact.Email'], false],
    ['a related field that was not requested yet', ['Contact.Account.Phone'], false],
    ['fields that were loaded', ['Contact.LastName'], true]
  ])('knows whether it is complete for %s', (_title, asked, isComplete) => {
    ingest(contact, fields);
    expect(readRecord(contactId, asked).isComplete).toBe(isComplete);
  });

  it('remembers that a person may not see a field, until a response contains it', () => {
    ingest(contact, [...fields, 'Contact.Email']);
    expect(readRecord(contactId, ['Contact.Email'])).toMatchObject({ isComplete: true, snapshot: { fields: {} } });
    ingest(record('Contact', contactId, { Email: value('a@b.example') }), ['Contact.Email']);
    expect(readRecord(contactId, ['Contact.Email']).snapshot?.fields['Email']?.value).toBe('a@b.example');
  });

  it('returns data that nobody can change', () => {
    ingest(contact, fields);
    expect(Object.isFrozen(readRecord(contactId, fields).snapshot?.fields)).toBe(true);
  });

  it('is no longer fresh after a record was marked as stale', () => {
    ingest(contact, fields);
    markStale(contactId);
    expect(readRecord(contactId, fields).isFresh).toBe(false);
  });

  it('finds a record by either form of its id', () => {
    ingest(contact, fields);
    expect(readRecord(contactId.slice(0, 15), fields).isComplete).toBe(true);
  });
});

describe('an id of 15 characters', () => {
  it.each([
    ['001D000000IqhSL', '001D000000IqhSLIAZ'],
    ['003000010000001', '003000010000001AAA'],
    ['003000010000001AAA', '003000010000001AAA'],
    ['no id', 'no id']
  ])('%s becomes %s', (id, expected) => {
    expect(toId18(id)).toBe(expected);
  });
});
