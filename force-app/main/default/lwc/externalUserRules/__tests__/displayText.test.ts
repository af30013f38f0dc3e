import { displayText, showControls } from 'c/externalUserRules';

describe('displayText', () => {
  test.each([
    { what: 'a plain name', text: 'Ann Field', shown: 'Ann Field' },
    { what: 'letters of many scripts', text: 'Zoë 李 👩‍👧', shown: 'Zoë 李 👩‍👧' },
    { what: 'a line break', text: 'two\r\nlines', shown: 'two[U+000D][U+000A]lines' },
    {
      what: 'a terminal sequence',
      text: '\u001B[2J\u001B]0;title\u0007',
      shown: '[U+001B][2J[U+001B]]0;title[U+0007]'
    },
    { what: 'a C1 control', text: '\u009B31m', shown: '[U+009B]31m' },
    { what: 'tab, NUL and DEL', text: 'tab\tnul\0del\u007F', shown: 'tab[U+0009]nul[U+0000]del[U+007F]' },
    { what: 'line separators', text: 'line\u2028paragraph\u2029', shown: 'line[U+2028]paragraph[U+2029]' },
    { what: 'an override of direction', text: 'exe.\u202Egpj', shown: 'exe.[U+202E]gpj' },
    { what: 'an isolate that stays open', text: '\u2067open', shown: '[U+2067]open' },
    { what: 'the end of an isolate', text: 'closed\u2069', shown: 'closed[U+2069]' },
    { what: 'half of a surrogate pair', text: 'half \uD83D', shown: 'half [U+D83D]' },
    { what: 'Hebrew', text: 'דנה', shown: '\u2068דנה\u2069' },
    { what: 'Arabic with an override', text: 'سارة\u202E', shown: '\u2068سارة[U+202E]\u2069' },
    { what: 'a direction mark', text: 'mark\u200F', shown: '\u2068mark\u200F\u2069' }
  ])('shows $what', ({ text, shown }) => {
    expect(displayText(text)).toBe(shown);
  });
});

test('showControls isolates nothing', () => {
  expect(showControls('דנה\u001B')).toBe('דנה[U+001B]');
});
