import { createIdAllocator, isId, sameId, toId18 } from './ids.ts';

describe('toId18', () => {
  it.each([
    ['001D000000IBVzo', '001D000000IBVzoIAH'],
    ['0019000000B98de', '0019000000B98deAAB'],
    ['500B000000A1nvP', '500B000000A1nvPIAR'],
    ['00D000000000001', '00D000000000001EAA']
  ])('appends the checksum of %s', (id15, id18) => {
    expect(toId18(id15)).toBe(id18);
    expect(toId18(id18)).toBe(id18);
  });
});

describe('isId', () => {
  it.each([
    ['001D000000IBVzo', true],
    ['001D000000IBVzoIAH', true],
    ['001D000000IBVzoIAA', false],
    ['001D000000IBVz', false],
    ['001D000000IBVz-', false],
    ['', false]
  ])('of %j is %s', (text, expected) => {
    expect(isId(text)).toBe(expected);
  });
});

describe('sameId', () => {
  it('matches the short form with the long one', () => {
    expect(sameId('001D000000IBVzo', '001D000000IBVzoIAH')).toBe(true);
  });

  it('distinguishes ids that differ only in case', () => {
    expect(sameId('001D000000IBVzo', '001D000000IBVzO')).toBe(false);
  });

  it('never matches texts that are not ids', () => {
    expect(sameId('ready', 'ready')).toBe(false);
  });
});

describe('createIdAllocator', () => {
  it('gives different valid ids that start with the key prefix', () => {
    const nextId = createIdAllocator(1);
    const ids = Array.from({ length: 200 }, () => nextId('003'));
    expect(ids.every((id) => isId(id) && id.length === 18 && id.startsWith('003'))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives the same ids for the same seed, also if other objects get ids in between', () => {
    const one = createIdAllocator(7);
    const other = createIdAllocator(7);
    one('005');
    expect(one('003')).toBe(other('003'));
  });

  it('gives different ids for another seed', () => {
    expect(createIdAllocator(1)('003')).not.toBe(createIdAllocator(2)('003'));
  });
});
