import { messageParts } from './messageParts.ts';

describe("a toast's message", () => {
  it.each([
    ['is text', 'Done', [], ['Done']],
    ['takes texts by position', '{1} before {0}', ['a', 'b'], ['b', ' before ', 'a']],
    ['takes links', 'See {0}!', [{ url: '/x', label: 'it' }], ['See ', 'it → /x', '!']],
    ['keeps a position that has no value', 'See {3}', ['a'], ['See ', '{3}']],
    ['may be empty', '', [], []]
  ])('%s', (_title, message, data, expected) => {
    const parts = messageParts(message, data);
    expect(parts.map(({ text, url }) => (url === null ? text : `${text} → ${url}`))).toEqual(expected);
  });
});
