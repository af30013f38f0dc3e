import { mergePatch } from './mergePatch.ts';

describe('mergePatch', () => {
  it.each([
    ['replaces a value', { a: 'b' }, { a: 'c' }, { a: 'c' }],
    ['adds a key', { a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    ['removes a key by null', { a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    ['merges inner objects', { a: { b: 1, c: 2 } }, { a: { b: 3 } }, { a: { b: 3, c: 2 } }],
    ['replaces a whole array', { a: [1, 2] }, { a: [3] }, { a: [3] }],
    ['leaves out nulls of a new object', {}, { a: { b: null } }, { a: {} }]
  ])('%s', (_title, target, patch, expected) => {
    expect(mergePatch(target, patch)).toEqual(expected);
  });

  it('does not change its target', () => {
    const target = { a: { b: 1 } };
    mergePatch(target, { a: { b: 2 } });
    expect(target).toEqual({ a: { b: 1 } });
  });
});
