import {
  defaultSettings,
  freeNickname,
  freeUsername,
  suggestAlias,
  suggestNickname,
  suggestUsername
} from 'c/externalUserRules';
import { isSuggestedNickname } from '../names.ts';

/** Names of many scripts. U+20BB7 (𠮷) has two UTF-16 units, which Salesforce counts. */
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

it('A number that gets one more digit takes a letter from a username that has its full length.', () => {
  const taken = new Set([`${'u'.repeat(66)}9@acme.example`]);
  const username = `${'u'.repeat(66)}8@acme.example`;
  expect(freeUsername(username, taken)).toBe(`${'u'.repeat(65)}10@acme.example`);
});

it('A username of signs alone is the email instead.', () => {
  const settings = { ...defaultSettings, usernamePattern: '-{last}@acme.example' };
  const person = { ...noLetters, email: 'info@acme.example' };
  expect(suggestUsername(person, settings)).toBe('info@acme.example');
  expect(suggestUsername({ ...person, lastName: '7' }, settings)).toBe('-7@acme.example');
});

it('A nickname that was typed with a blank is still the suggested one.', () => {
  const person = { ...amelie, email: 'amelie@acme.example' };
  expect(isSuggestedNickname(' Amelie ', person, defaultSettings)).toBe(true);
  expect(isSuggestedNickname('amelie2', person, defaultSettings)).toBe(false);
});

describe('suggestAlias', () => {
  it.each([
    ['drops accents of Latin letters', amelie, 'adubo'],
    ['drops apostrophes', oBrien, 'sobri'],
    ['drops rings', angstrom, 'aangs'],
    ['keeps Arabic', arabic, 'مالفا'],
    ['keeps Chinese', chinese, '小王'],
    ['keeps Hangul as syllables', korean, '민김'],
    ['keeps kana voiced', japanese, 'がぎんじ'],
    ['keeps vowel signs', hindi, 'पशर्म'],
    ['transliterates Cyrillic', cyrillic, 'ychay'],
    ['accepts a single name', mononym, 'suha'],
    ['is empty for a name without letters', noLetters, '']
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
    ['the result of the pattern, with accents', '{first} {last}', amelie, 'Amélie Dubois'],
    ['first and last name, if the pattern gives nothing', '{local}', amelie, 'Amélie.Dubois'],
    ['first and last name, if the pattern has an unknown placeholder', '{frist}.{last}', ada, 'Ada.Lovelace'],
    ['the last name alone, if there is no first name', '{first}.{last}', mononym, 'Suharto'],
    ['without blanks around', '{first} {last}', mononym, 'Suharto'],
    ['with the suffix', '{last}.{suffix}', ada, 'Lovelace.acme.example'],
    ['at most 40 characters', '{local}', { ...amelie, email: `${'a'.repeat(64)}@long.example` }, 'a'.repeat(40)]
  ])('is %s', (_what, nicknamePattern, person, nickname) => {
    const settings = { ...defaultSettings, usernameSuffix: 'acme.example', nicknamePattern };
    expect(suggestNickname(person, settings)).toBe(nickname);
  });

  it.each([
    ['{local}', { ...ada, email: 'taro..@docomo.example' }, 'taro..'],
    ['{first}.{local}', { ...mononym, email: '.s.@docomo.example' }, '.s.'],
    ['{first}.{last}', { ...ada, firstName: 'A.' }, 'A.Lovelace']
  ])('keeps the dots of values in %s', (nicknamePattern, person, nickname) => {
    expect(suggestNickname(person, { ...defaultSettings, nicknamePattern })).toBe(nickname);
  });

  it('cuts no character in half', () => {
    const person = { firstName: null, lastName: `x${'𠮷'.repeat(30)}`, email: null };
    const nickname = suggestNickname(person, defaultSettings);
    expect(nickname).toBe(`x${'𠮷'.repeat(19)}`);
    expect(nickname).not.toMatch(halfCharacter);
  });
});

describe('freeNickname without taken names', () => {
  it.each([
    ['ada', 'ada1'],
    ['ada1', 'ada2'],
    ['ada9', 'ada10'],
    ['ada.1815', 'ada.1816'],
    ['42', '43'],
    ['a12345678901234567890', 'a234567891'],
    ['a99\n', 'a99\n1'],
    ['', '1'],
    ['a'.repeat(40), `${'a'.repeat(39)}1`],
    [`${'a'.repeat(39)}9`, `${'a'.repeat(38)}10`],
    ['Zoë', 'Zoë1']
  ])('follows "%s" with "%s"', (nickname, next) => {
    expect(freeNickname(nickname)).toBe(next);
  });

  it('stays within 40 units and cuts no character in half', () => {
    const next = freeNickname('𠮷'.repeat(20));
    expect(next).toBe(`${'𠮷'.repeat(19)}1`);
    expect(next).not.toMatch(halfCharacter);
  });

  it('gives a new nickname each time', () => {
    const tried = new Set<string>();
    for (let nickname = 'a'.repeat(40), tries = 0; tries < 200; tries++) {
      tried.add(nickname);
      nickname = freeNickname(nickname);
      expect(nickname.length).toBeLessThanOrEqual(40);
    }
    expect(tried.size).toBe(200);
  });
});

describe('freeUsername', () => {
  it.each([
    ['numbers the part before the @', 'ada@engine.example', [], 'ada1@engine.example'],
    ['skips taken names, ignoring case', 'Ada@E.example', ['ada1@e.example', 'ada2@e.example'], 'Ada3@E.example'],
    ['accepts one that is taken at another domain', 'ada@e.example', ['ada1@other.example'], 'ada1@e.example'],
    ['raises an existing number', 'ada9@e.example', [], 'ada10@e.example'],
    ['stays within 80 characters', `${'a'.repeat(70)}@e.example`, [], `${'a'.repeat(69)}1@e.example`],
    ['puts the number at the end if there is no @', 'ada', [], 'ada1'],
    ['keeps what follows the first @', 'ada@a@b.example', [], 'ada1@a@b.example']
  ])('%s', (_what, username, taken, free) => {
    expect(freeUsername(username, new Set(taken))).toBe(free);
  });
});

describe('freeNickname', () => {
  it.each([
    ['follows one that is taken', 'ada', ['ada'], 'ada1'],
    ['skips taken names, ignoring case', 'Ada', ['ada', 'ada1', 'ada2'], 'Ada3']
  ])('%s', (_what, nickname, taken, free) => {
    expect(freeNickname(nickname, new Set(taken))).toBe(free);
  });
});

describe('a step', () => {
  it('leaves numbers out, and then looks for the next free one', () => {
    expect(freeNickname('ada4', new Set(['ada12', 'ada13']), 8)).toBe('ada14');
    expect(freeUsername('ada@e.example', new Set(), 4)).toBe('ada4@e.example');
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
    [
      'the email, if a name has letters of another script',
      names,
      { ...hindi, email },
      'amelie.dubois@northwind.example'
    ],
    ['the email, if a name is signs only', names, { ...noLetters, email }, 'amelie.dubois@northwind.example'],
    ['nothing, if a name has letters of another script and there is no email', names, hindi, ''],
    [
      'letters that don’t decompose',
      names,
      { firstName: 'Søren', lastName: 'Ødegård', email },
      'soren.odegard@acme.example'
    ],
    ['Polish letters', names, { firstName: 'Łukasz', lastName: 'Wójcik', email }, 'lukasz.wojcik@acme.example'],
    ['the sharp s', names, { firstName: 'Jürgen', lastName: 'Weiß', email }, 'jurgen.weiss@acme.example'],
    ['Turkish letters', names, { firstName: 'Işıl', lastName: 'İnönü', email }, 'isil.inonu@acme.example'],
    ['Vietnamese letters', names, { firstName: 'Nguyễn', lastName: 'Đặng', email }, 'nguyen.dang@acme.example'],
    ['Icelandic letters', names, { firstName: 'Þór', lastName: 'Sigurðsson', email }, 'thor.sigurdsson@acme.example'],
    ['Cyrillic letters', names, cyrillic, 'yosip.chaykovskiy@acme.example'],
    [
      'Cyrillic letters with marks of their own',
      names,
      { ...cyrillic, firstName: 'Йосип'.normalize('NFD') },
      'yosip.chaykovskiy@acme.example'
    ],
    ['Greek letters', names, { firstName: 'Αλέξης', lastName: 'Ζορμπάς', email }, 'alexis.zormpas@acme.example'],
    [
      'a curly apostrophe straight',
      names,
      { firstName: 'Pat', lastName: 'O’Brien', email },
      "pat.o'brien@acme.example"
    ],
    [
      'names without brackets, quotes and commas',
      names,
      { firstName: 'Ann (Annie)', lastName: 'Lee, "MD"', email },
      'annannie.leemd@acme.example'
    ],
    ['names without an emoji', names, { firstName: 'Ann 🌻', lastName: 'Lee', email }, 'ann.lee@acme.example'],
    ['an @ in a name left out', names, { firstName: 'Ann@Home', lastName: 'Lee', email }, 'annhome.lee@acme.example'],
    [
      'one dot behind an initial',
      names,
      { firstName: 'John Q.', lastName: 'Adams', email },
      'johnq.adams@acme.example'
    ],
    ['the dot of a name', names, { firstName: 'John', lastName: 'Adams Jr.', email }, 'john.adamsjr.@acme.example'],
    ['an email with its dots', '{email}', { ...amelie, email: 'taro..@docomo.example' }, 'taro..@docomo.example'],
    ['an email with dots in it', '{email}', { ...amelie, email: 'k..s@ezweb.example' }, 'k..s@ezweb.example'],
    ['an email with a dot before it', '{email}', { ...amelie, email: '.k@ezweb.example' }, '.k@ezweb.example'],
    [
      'an email with its dots, and the suffix',
      '{email}.{suffix}',
      { ...amelie, email: 'k.@ezweb.example' },
      'k.@ezweb.example.acme.example'
    ],
    [
      'an email’s local part with its dots',
      '{local}@{suffix}',
      { ...amelie, email: 'taro..@d.example' },
      'taro..@acme.example'
    ],
    [
      'an email’s local part beside an empty name',
      '{first}.{local}@{suffix}',
      { ...mononym, email: '.taro.@d.example' },
      '.taro.@acme.example'
    ],
    [
      'an email’s local part before an empty name',
      '{local}.{first}@{suffix}',
      { ...mononym, email: 'taro..@d.example' },
      'taro..@acme.example'
    ],
    ['a Unicode address in ASCII', '{email}', { ...amelie, email: 'Ute@Straße.example' }, 'ute@strasse.example'],
    ['a Cyrillic address in ASCII', '{email}', { ...amelie, email: 'иван@почта.example' }, 'ivan@pochta.example'],
    [
      'an address that can’t be transliterated as it is',
      '{email}',
      { ...amelie, email: '用户@例子.example' },
      '用户@例子.example'
    ],
    ['the last name alone, with no dot before it', names, mononym, 'suharto@acme.example'],
    ['the last name alone, with no dot behind it', '{last}.{first}@{suffix}', mononym, 'suharto@acme.example'],
    ['one dot where a part in the middle is empty', 'x.{first}.{last}@{suffix}', mononym, 'x.suharto@acme.example'],
    [
      'the email, if the pattern makes no username',
      '{first}.{last}',
      { ...amelie, email },
      'amelie.dubois@northwind.example'
    ],
    [
      'the email, if the pattern has an unknown placeholder',
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

  it('is the email if no suffix is set', () => {
    const settings = { ...defaultSettings, usernamePattern: names };
    expect(suggestUsername({ ...amelie, email }, settings)).toBe('amelie.dubois@northwind.example');
  });
});
