import { messageParts } from './messageParts.ts';

describe('the message of a toast', () => {
  it.each([
    ['is text', 'Done', [], ['Done']],
    ['inserts texts by position', '{1} before {0}', ['a', 'b'], ['b', ' before ', 'a']],
    ['inserts links', 'See {0}!', [{ url: '/x', label: 'it' }], ['See ', 'it → /x', '!']],
    ['keeps a placeholder without a value', 'See {3}', ['a'], ['See ', '{3}']],
    ['may be empty', '', [], []]
  ])('%s', (_title, message, data, expected) => {
    const parts = messageParts(message, data);
    expect(parts.map(({ text, url }) => (url === null ? text : `${text} → ${url}`))).toEqual(expected);
  });
});
