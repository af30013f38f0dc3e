import { nextNickname, suggestAlias, suggestNickname, suggestUsername } from 'c/externalUserRules';

/** Names as people have them. U+20BB7 (𠮷) is two UTF-16 units, as Salesforce counts. */
const amelie = { firstName: 'Amélie', lastName: 'Dubois', email: null };
const oBrien = { firstName: 'Siobhán', lastName: 'O’Brien-Ó Súilleabháin', email: null };
const angstrom = { firstName: 'Åsa', lastName: 'Ångström', email: null };
const arabic = { firstName: 'محمد', lastName: 'الفارسي', email: null };
const chinese = { firstName: '小明', lastName: '王', email: null };
const korean = { firstName: '민준', lastName: '김', email: null };
const japanese = { firstName: 'がく', lastName: 'ぎんじ', email: null };
const hindi = { firstName: 'प्रिया', lastName: 'शर्मा', email: null };
const cyrillic = { firstName: 'Йосип', lastName: 'Чайковський', email: null };
const mononym = { firstName: null, lastName: 'Suharto', email: null };
const surrogatePairs = { firstName: '𠮷', lastName: '𠮷𠮷𠮷𠮷𠮷', email: null };
const noLetters = { firstName: null, lastName: '—', email: null };

const halfCharacter = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

describe('suggestAlias', () => {
  it.each([
    ['accents of Latin letters go', amelie, 'adubo'],
    ['apostrophes go', oBrien, 'sobri'],
    ['rings go', angstrom, 'aangs'],
    ['Arabic stays', arabic, 'مالفا'],
    ['Chinese stays', chinese, '小王'],
    ['Hangul stays in syllables', korean, '민김'],
    ['voiced kana stay voiced', japanese, 'がぎんじ'],
    ['vowel signs stay', hindi, 'पशर्म'],
    ['Cyrillic short i stays', cyrillic, 'йчайк'],
    ['a single name is enough', mononym, 'suha'],
    ['what has no letters gives nothing', noLetters, '']
  ])('%s', (_what, person, alias) => {
    expect(suggestAlias(person)).toBe(alias);
  });

  it('is at most 8 UTF-16 units long and cuts no character in half', () => {
    expect(suggestAlias(surrogatePairs)).toBe('𠮷𠮷𠮷𠮷');
  });
});

describe('suggestNickname', () => {
  it.each([
    ['the part of the email before the @', { ...amelie, email: 'Amelie.Dubois@northwind.example' }, 'Amelie.Dubois'],
    ['first and last name without an email', amelie, 'Amélie.Dubois'],
    ['the last name alone without a first one', mononym, 'Suharto'],
    ['at most 40 characters', { ...amelie, email: `${'a'.repeat(64)}@long.example` }, 'a'.repeat(40)]
  ])('is %s', (_what, person, nickname) => {
    expect(suggestNickname(person)).toBe(nickname);
  });

  it('cuts no character in half', () => {
    const nickname = suggestNickname({ firstName: null, lastName: `x${'𠮷'.repeat(30)}`, email: null });
    expect(nickname).toBe(`x${'𠮷'.repeat(19)}`);
    expect(nickname).not.toMatch(halfCharacter);
  });
});

describe('nextNickname', () => {
  it.each([
    ['ada', 'ada1'],
    ['ada1', 'ada2'],
    ['ada9', 'ada10'],
    ['ada.1815', 'ada.1816'],
    ['42', '43'],
    ['', '1'],
    ['a'.repeat(40), `${'a'.repeat(39)}1`],
    [`${'a'.repeat(39)}9`, `${'a'.repeat(38)}10`],
    ['Zoë', 'Zoë1']
  ])('follows "%s" with "%s"', (nickname, next) => {
    expect(nextNickname(nickname)).toBe(next);
  });

  it('stays within 40 units and cuts no character in half', () => {
    const next = nextNickname('𠮷'.repeat(20));
    expect(next).toBe(`${'𠮷'.repeat(19)}1`);
    expect(next).not.toMatch(halfCharacter);
  });

  it('gives a new nickname each time', () => {
    const tried = new Set<string>();
    for (let nickname = 'a'.repeat(40), tries = 0; tries < 200; tries++) {
      tried.add(nickname);
      nickname = nextNickname(nickname);
      expect(nickname.length).toBeLessThanOrEqual(40);
    }
    expect(tried.size).toBe(200);
  });
});

describe('suggestUsername', () => {
  it.each([
    ['Amelie.Dubois@Northwind.Example', 'amelie.dubois@northwind.example'],
    [null, '']
  ])('takes %s as "%s"', (email, username) => {
    expect(suggestUsername({ ...amelie, email })).toBe(username);
  });
});
