import { nameOfLanguage, speaking } from './language.ts';

const EVA = { LanguageLocaleKey: 'en_US', LocaleSidKey: 'en_GB', TimeZoneSidKey: 'Europe/Berlin' };

describe('a chosen language', () => {
  it.each([
    ['de', 'de_DE'],
    ['es', 'es_ES'],
    ['fr', 'fr_FR'],
    ['ja', 'ja_JP'],
    ['pt_BR', 'pt_BR'],
    ['zh_TW', 'zh_TW']
  ])('%s brings the locale %s along and leaves the time zone', (language, locale) => {
    expect(speaking(EVA, language)).toEqual({ ...EVA, LanguageLocaleKey: language, LocaleSidKey: locale });
  });

  it('leaves the locale of somebody who has this language', () => {
    expect(speaking(EVA, 'en_US')).toBe(EVA);
  });

  it.each([
    ['en_US', 'English'],
    ['es', 'Español'],
    ['fr', 'Français'],
    ['de', 'Deutsch'],
    ['ja', '日本語'],
    ['pt_BR', 'Português (Brasil)']
  ])('%s is called %s in the list', (language, name) => {
    expect(nameOfLanguage(language)).toBe(name);
  });
});
