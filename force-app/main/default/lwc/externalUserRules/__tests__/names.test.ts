import {
  defaultSettings,
  freeNickname,
  freeUsername,
  nextNickname,
  suggestAlias,
  suggestNickname,
  suggestUsername
} from 'c/externalUserRules';

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
  const ada = { firstName: 'Ada', lastName: 'Lovelace', email: 'Ada.L@engine.example' };

  it.each([
    ['the part of the email before the @', '{local}', ada, 'Ada.L'],
    ['what the pattern says, with its accents', '{first} {last}', amelie, 'Amélie Dubois'],
    ['first and last name where the pattern gives nothing', '{local}', amelie, 'Amélie.Dubois'],
    ['first and last name where the pattern has an unknown place', '{frist}.{last}', ada, 'Ada.Lovelace'],
    ['the last name alone without a first one', '{first}.{last}', mononym, 'Suharto'],
    ['without blanks around', '{first} {last}', mononym, 'Suharto'],
    ['with the suffix', '{last}.{suffix}', ada, 'Lovelace.acme.example'],
    ['at most 40 characters', '{local}', { ...amelie, email: `${'a'.repeat(64)}@long.example` }, 'a'.repeat(40)]
  ])('is %s', (_what, nicknamePattern, person, nickname) => {
    const settings = { ...defaultSettings, usernameSuffix: 'acme.example', nicknamePattern };
    expect(suggestNickname(person, settings)).toBe(nickname);
  });

  it('cuts no character in half', () => {
    const person = { firstName: null, lastName: `x${'𠮷'.repeat(30)}`, email: null };
    const nickname = suggestNickname(person, defaultSettings);
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

describe('freeUsername', () => {
  it.each([
    ['numbers the part before the @', 'ada@engine.example', [], 'ada1@engine.example'],
    [
      'passes those that are taken, in whatever case',
      'ada@e.example',
      ['ADA1@E.example', 'ada2@e.example'],
      'ada3@e.example'
    ],
    ['takes one that another domain has', 'ada@e.example', ['ada1@other.example'], 'ada1@e.example'],
    ['raises a number that is there', 'ada9@e.example', [], 'ada10@e.example'],
    ['stays within 80 characters', `${'a'.repeat(70)}@e.example`, [], `${'a'.repeat(69)}1@e.example`],
    ['numbers what has no @ at its end', 'ada', [], 'ada1']
  ])('%s', (_what, username, taken, free) => {
    expect(freeUsername(username, taken)).toBe(free);
  });
});

describe('freeNickname', () => {
  it.each([
    ['follows one that is taken', 'ada', ['ada'], 'ada1'],
    ['passes those that are taken, in whatever case', 'Ada', ['ada', 'ADA1', 'ada2'], 'Ada3']
  ])('%s', (_what, nickname, taken, free) => {
    expect(freeNickname(nickname, taken)).toBe(free);
  });
});

describe('suggestUsername', () => {
  const email = 'Amelie.Dubois@Northwind.Example';
  const names = '{first}.{last}@{suffix}';

  it.each([
    ['the email, in lower case', '{email}', { ...amelie, email }, 'amelie.dubois@northwind.example'],
    ['the email without accents', '{email}', { ...amelie, email: 'Amélie@ång.example' }, 'amelie@ang.example'],
    [
      'the email with a suffix',
      '{email}.{suffix}',
      { ...amelie, email },
      'amelie.dubois@northwind.example.acme.example'
    ],
    ['the email’s local part', '{local}@{suffix}', { ...amelie, email }, 'amelie.dubois@acme.example'],
    ['first and last name, without accents', names, { ...amelie, email }, 'amelie.dubois@acme.example'],
    [
      'names of many words, without blanks',
      names,
      { ...oBrien, lastName: 'Ó Súilleabháin' },
      'siobhan.osuilleabhain@acme.example'
    ],
    ['a name in another script as it is', names, hindi, 'प्रिया.शर्मा@acme.example'],
    ['the last name alone, with no dot before it', names, mononym, 'suharto@acme.example'],
    ['the last name alone, with no dot behind it', '{last}.{first}@{suffix}', mononym, 'suharto@acme.example'],
    ['one dot where a part in the middle is empty', 'x.{first}.{last}@{suffix}', mononym, 'x.suharto@acme.example'],
    [
      'the email where the pattern makes no username',
      '{first}.{last}',
      { ...amelie, email },
      'amelie.dubois@northwind.example'
    ],
    [
      'the email where the pattern has an unknown place',
      '{frist}@{suffix}',
      { ...amelie, email },
      'amelie.dubois@northwind.example'
    ],
    ['nothing, without an email', '{email}', amelie, '']
  ])('is %s', (_what, usernamePattern, person, username) => {
    expect(suggestUsername(person, { ...defaultSettings, usernameSuffix: 'acme.example', usernamePattern })).toBe(
      username
    );
  });

  it('is the email where no suffix is set', () => {
    const settings = { ...defaultSettings, usernamePattern: names };
    expect(suggestUsername({ ...amelie, email }, settings)).toBe('amelie.dubois@northwind.example');
  });
});
