import { terminalText, toJsonText } from './terminalText.ts';

describe('a text for a terminal', () => {
  it.each([
    ['keeps lines and tabs', 'a\n\tb', 'a\n\tb'],
    ['keeps isolated names', 'Owner: \u2068דנה\u2069.', 'Owner: \u2068דנה\u2069.'],
    ['shows a sequence that clears the screen', '\u001B[2J', '[U+001B][2J'],
    ['shows a sequence of one C1 control', '\u009B2J', '[U+009B]2J'],
    ['shows a carriage return, which would write over the line', 'ready\rfailed', 'ready[U+000D]failed'],
    ['shows a bell and a backspace', '\u0007\b', '[U+0007][U+0008]'],
    ['shows an override of direction', 'exe.\u202Egpj', 'exe.[U+202E]gpj'],
    ['shows an isolate of another kind', '\u2067', '[U+2067]']
  ])('%s', (_title, text, shown) => {
    expect(terminalText(text)).toBe(shown);
  });
});

describe('JSON for a terminal', () => {
  it('has codes instead of such characters, and is the same to a program', () => {
    const value = { name: '\u001B[2J\u009B\u202E\u2068\u007F\n', list: ['\u2028'] };
    const text = toJsonText(value, 2);
    expect(text).not.toMatch(/[\p{Cc}\u2028\u202A-\u202E\u2066-\u2069]/u.exec(text.replaceAll('\n', ''))?.[0] ?? /^$/u);
    expect(JSON.parse(text)).toEqual(value);
  });
});
