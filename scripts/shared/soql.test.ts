import { quoted, quotedList, quotedStart } from './soql.ts';

describe('a text in SOQL', () => {
  it.each([
    ['stands in quotes', 'Acme', `'Acme'`],
    ['has its quotes escaped', `O'Hara "Bob"`, String.raw`'O\'Hara \"Bob\"'`],
    ['has its backslashes escaped, so that none escapes the closing quote', '\\', String.raw`'\\'`],
    ['has its line breaks, tabs and form feeds escaped', '\r\n\t\f', String.raw`'\r\n\t\f'`],
    [
      'has other control characters as codes',
      '\0\b\u001B\u007F\u0085\u2028',
      String.raw`'\u0000\u0008\u001b\u007f\u0085\u2028'`
    ],
    ['has half of a surrogate pair as a code, as an address can’t hold it', 'a\uD83D', String.raw`'a\ud83d'`],
    ['keeps letters of any script', 'Zoë 由紀 🙂', `'Zoë 由紀 🙂'`]
  ])('%s', (_title, text, soql) => {
    expect(quoted(text)).toBe(soql);
  });

  it('stands in a list with others', () => {
    expect(quotedList(['a', 'b'])).toBe(`'a', 'b'`);
  });

  it('has its wildcards escaped where a field begins with it', () => {
    expect(quotedStart(`50%_O'`)).toBe(String.raw`'50\%\_O\'%'`);
  });
});
