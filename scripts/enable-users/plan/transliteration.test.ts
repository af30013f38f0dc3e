import anyAscii from 'any-ascii';
import { suggestUsername, TRANSLITERATION } from 'c/externalUserRules';

/** Where the table differs from the library, and why. */
const DEVIATIONS: Readonly<Record<string, string>> = {
  ъ: 'the library writes an apostrophe, which nobody types in a username',
  ь: 'the library writes an apostrophe, which nobody types in a username',
  ʻ: 'the library writes a grave accent; the other apostrophes of names are straight'
};

const PATTERN = {
  usernamePattern: '{last}@acme.portal',
  usernameSuffix: '',
  nicknamePattern: '{local}',
  defaultKind: 'customer',
  defaultProfile: { customer: null, partner: null },
  localePolicy: 'organization'
} as const;

const lettersOf = (script: RegExp, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).filter(
    (letter) => script.test(letter) && letter === letter.toLowerCase()
  );

const usernameOf = (lastName: string): string => suggestUsername({ firstName: null, lastName, email: '' }, PATTERN);

it('the table writes letters as a library does, except for the listed deviations', () => {
  const different = [...TRANSLITERATION].filter(([letter, latin]) => anyAscii(letter) !== latin);
  expect(different.map(([letter]) => letter).sort()).toEqual(Object.keys(DEVIATIONS).sort());
});

it('the table has no letter of ASCII, so that names without others need no look at it', () => {
  expect([...TRANSLITERATION.keys()].filter((letter) => /^\p{ASCII}*$/u.test(letter))).toEqual([]);
});

describe.each([
  ['Latin-1 and Latin Extended-A', /\p{Script=Latin}/u, 0xdf, 0x17f],
  ['Latin of Vietnamese', /\p{Script=Latin}/u, 0x1ea0, 0x1ef9],
  ['Romanian, Croatian and pinyin', /\p{Script=Latin}/u, 0x1cd, 0x233],
  ['Greek', /\p{L}/u, 0x3ac, 0x3ce],
  ['Russian, Ukrainian, Belarusian, Serbian and Macedonian', /\p{L}/u, 0x430, 0x45f]
])('%s', (_what, script, from, to) => {
  it.each(lettersOf(script, from, to))('%s is written as the library does', (letter) => {
    if (letter in DEVIATIONS) return;
    const latin = anyAscii(letter).toLowerCase();
    const username = usernameOf(`x${letter}x`);
    if (username !== '') expect(username).toBe(`x${latin}x@acme.portal`);
  });
});
