import { quoted, quotedList } from './soql.ts';

describe('a text in SOQL', () => {
  it.each([
    ['stands in quotes', 'Acme', `'Acme'`],
    ['has its quotes escaped', "O'Hara", String.raw`'O\'Hara'`],
    ['has its backslashes escaped, so that none escapes the closing quote', '\\', String.raw`'\\'`]
  ])('%s', (_title, text, soql) => {
    expect(quoted(text)).toBe(soql);
  });

  it('stands in a list with others', () => {
    expect(quotedList(['a', 'b'])).toBe(`'a', 'b'`);
  });
});
