import { objectNamed, readyOrg } from '../../testing/readyOrg.ts';
import { createRecordStore, type RecordStore } from './recordStore.ts';
import type { StoredRecord } from './record.ts';

const CONTACT = objectNamed(readyOrg(), 'Contact');
const ADA: StoredRecord = { Id: '003000000000001AAA', LastName: 'Lovelace' };
const GRACE: StoredRecord = { Id: '003000000000002AAA', LastName: 'Hopper' };

function withAda(): RecordStore {
  const records = createRecordStore();
  records.save(CONTACT, ADA);
  records.commit();
  return records;
}

function namesOf(records: readonly StoredRecord[]): unknown[] {
  return records.map(({ LastName }) => LastName);
}

describe('the record store', () => {
  it('keeps its indexes up to date through changes, removals and rollbacks', () => {
    const records = withAda();
    const byName = (name: string) => namesOf(records.where('Contact', 'LastName', name));
    expect(byName('LOVELACE')).toEqual(['Lovelace']);
    const start = records.savepoint();
    records.save(CONTACT, { ...ADA, LastName: 'King' });
    records.save(CONTACT, GRACE);
    expect([byName('Lovelace'), byName('King'), byName('Hopper')]).toEqual([[], ['King'], ['Hopper']]);
    records.remove(CONTACT, ADA.Id);
    expect([byName('King'), records.find(ADA.Id), namesOf(records.all('Contact'))]).toEqual([
      [],
      undefined,
      ['Hopper']
    ]);
    records.rollback(start);
    expect([byName('Lovelace'), byName('Hopper'), namesOf(records.all('Contact'))]).toEqual([
      ['Lovelace'],
      [],
      ['Lovelace']
    ]);
  });

  it('returns each record of a transaction as it was before and as it is now', () => {
    const records = withAda();
    for (const LastName of ['King', 'Byron']) records.save(CONTACT, { ...ADA, LastName });
    records.save(CONTACT, GRACE);
    expect(records.commit()).toEqual([
      { objectName: 'Contact', before: ADA, after: { ...ADA, LastName: 'Byron' } },
      { objectName: 'Contact', before: undefined, after: GRACE }
    ]);
    expect(records.commit()).toEqual([]);
  });

  it('returns what a transaction took into the recycle bin or out of it, when it is rolled back', () => {
    const records = withAda();
    const state = () => [namesOf(records.all('Contact')), namesOf(records.deleted('Contact'))];
    const start = records.savepoint();
    records.recycle(CONTACT, ADA);
    expect([state(), records.findDeleted(ADA.Id)]).toEqual([[[], ['Lovelace']], { ...ADA, IsDeleted: true }]);
    const recycled = records.savepoint();
    records.save(CONTACT, ADA);
    expect(state()).toEqual([['Lovelace'], []]);
    records.rollback(recycled);
    expect(state()).toEqual([[], ['Lovelace']]);
    records.rollback(start);
    expect(state()).toEqual([['Lovelace'], []]);
  });

  it('compares ids case-sensitively', () => {
    const records = createRecordStore();
    records.save(CONTACT, { Id: '00300000000000aAAA' });
    expect(records.find('00300000000000A')).toBeUndefined();
    expect(records.find('00300000000000a')).toBeDefined();
  });
});
