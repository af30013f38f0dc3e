import { admin, amelie, codesOf, objectNamed, readyOrg, recordNamed, seatsUsed } from '../../testing/readyOrg.ts';
import type { Fields } from '../storage/record.ts';

describe('a transaction', () => {
  it('rolls back after one refusal if it is all or none, and sends no mail', () => {
    const org = readyOrg();
    const users = org.all(objectNamed(org, 'User')).length;
    const codes = org.transact(admin(org), { allOrNone: true }, (writes) =>
      [amelie(org), amelie(org)].map((fields) => codesOf(writes.insert(objectNamed(org, 'User'), fields)))
    );
    expect(codes).toEqual([[], ['DUPLICATE_USERNAME']]);
    expect(org.all(objectNamed(org, 'User'))).toHaveLength(users);
    expect([seatsUsed(org, 'Customer Community'), org.outbox.length]).toEqual([3, 0]);
  });

  it('keeps the writes that passed if it is not all or none', () => {
    const org = readyOrg();
    org.transact(admin(org), { allOrNone: false }, (writes) => {
      for (const fields of [amelie(org), amelie(org)]) writes.insert(objectNamed(org, 'User'), fields);
    });
    expect([seatsUsed(org, 'Customer Community'), org.outbox.length]).toEqual([4, 1]);
  });

  it('rolls back if the work throws', () => {
    const org = readyOrg();
    const work = (): never =>
      org.transact(admin(org), { allOrNone: false }, (writes) => {
        writes.insert(objectNamed(org, 'User'), amelie(org));
        throw new Error('The work broke');
      });
    expect(work).toThrow('The work broke');
    expect(seatsUsed(org, 'Customer Community')).toBe(3);
  });

  it.each([
    ['User', 'Account'],
    ['Account', 'User']
  ])('refuses a write of %s followed by one of %s', (first, second) => {
    const org = readyOrg();
    const fieldsOf = (object: string): Fields => (object === 'User' ? amelie(org) : { Name: 'New' });
    const errors = org.transact(admin(org), { allOrNone: true }, (writes) =>
      [first, second].map((object) => writes.insert(objectNamed(org, object), fieldsOf(object)))
    );
    expect(errors[1]).toEqual({
      success: false,
      errors: [
        {
          statusCode: 'MIXED_DML_OPERATION',
          message: `DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): ${second}, original object: ${first}`,
          fields: []
        }
      ]
    });
  });

  it('may change an account and the title of a user', () => {
    const org = readyOrg();
    const account = recordNamed(org, 'Account', 'Northwind Ångström AB');
    const results = org.transact(admin(org), { allOrNone: true }, (writes) => [
      writes.update(account.Id, { Phone: '1' }),
      writes.update(admin(org).userId, { Title: 'CEO' })
    ]);
    expect(results.map(({ success }) => success)).toEqual([true, true]);
  });
});
