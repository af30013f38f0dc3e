import { nameOfLanguage, speaking } from './language.ts';

const EVA = { LanguageLocaleKey: 'en_US', LocaleSidKey: 'en_GB', TimeZoneSidKey: 'Europe/Berlin' };

describe('a language that was chosen', () => {
  it.each([
    ['de', 'de_DE'],
    ['es', 'es_ES'],
    ['fr', 'fr_FR'],
    ['ja', 'ja_JP'],
    ['pt_BR', 'pt_BR'],
    ['zh_TW', 'zh_TW']
  ])('%s sets the locale %s and keeps the time zone', (language, locale) => {
    expect(speaking(EVA, language)).toEqual({ ...EVA, LanguageLocaleKey: language, LocaleSidKey: locale });
  });

  it('keeps the locale of a user who has this language', () => {
    expect(speaking(EVA, 'en_US')).toBe(EVA);
  });

  it.each([
    ['en_US', 'English'],
    ['es', 'Español'],
    ['fr', 'Français'],
    ['de', 'Deutsch'],
    ['ja', '日本語'],
    ['pt_BR', 'Português (Brasil)']
  ])('%s has the name %s in the list', (language, name) => {
    expect(nameOfLanguage(language)).toBe(name);
  });
});
