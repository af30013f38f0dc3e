import { likePattern } from './likePattern.ts';

describe('a pattern of LIKE', () => {
  it.each([
    ['%', '', true],
    ['', '', true],
    ['', 'a', false],
    ['a%', 'A', true],
    ['%a', 'banana', true],
    ['%an%a', 'banana', true],
    ['%nab', 'banana', false],
    ['b%%%a', 'banana', true],
    ['_anana', 'banana', true],
    ['_', '', false],
    ['_', '😀', true],
    ['%_', '', false],
    ['\\%', '%', true],
    ['\\%', 'a', false],
    ['\\_', '_', true],
    ['100\\%%', '100% sure', true],
    ['a\\', 'a\\', true],
    ['ÅNG%', 'ångström', true],
    ['a%b', 'a\nb', true]
  ])('%s finds %j: %s', (pattern, text, expected) => {
    expect(likePattern(pattern)(text)).toBe(expected);
  });

  it.each([
    ['many wildcards', `${'%a'.repeat(2000)}b`, 'a'.repeat(255)],
    ['a long text', `%${'a'.repeat(200)}b`, 'a'.repeat(32_000)],
    ['characters between wildcards', `${'%_a'.repeat(1300)}b`, 'a'.repeat(4000)]
  ])('is matched in time that grows with the lengths only: %s', (_title, pattern, text) => {
    const start = performance.now();
    expect(likePattern(pattern)(text)).toBe(false);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
