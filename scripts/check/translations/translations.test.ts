import { readActionName, readEnglish, readTranslation, shippedLanguages } from '../../shared/labelFiles.ts';
import type { LabelText } from 'sf-cli/labelXml';

/** A custom label holds this many characters. https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_customlabels.htm */
const LONGEST = 1000;

/** What no translation has. At an entity, as for `&`, Prettier breaks the line, which puts blanks into the text. */
const NOWHERE: readonly RegExp[] = [/^\s|\s$/u, / {2}|\n/u, /['"]/u, /\.\.\./u, /[&<>]/u];

interface Language {
  /** What is wrong in this language: quotation marks of another, missing signs, missing spaces. */
  readonly wrong: readonly RegExp[];
  /** Labels that are the same word as in English. */
  readonly sameWord: readonly string[];
}

/** By Salesforce's code of the language, which is the file's name. */
const LANGUAGES: Readonly<Record<string, Language>> = {
  de: {
    wrong: [/[”«»]/u, /(?<!„[^“„]*)“/u, /„(?![^“„]*“)/u],
    sameWord: ['FieldAlias', 'FindingSiteLive', 'KindPartner']
  },
  es: { wrong: [/„/u, /^[^¿]*\?/u, /^[^¡]*!/u], sameWord: ['FieldAlias'] },
  fr: { wrong: [/[„“”]/u, /[^\u00a0\u202f][:;?!»]/u, /«[^\u00a0\u202f]/u], sameWord: ['FieldAlias', 'MassContact'] },
  ja: { wrong: [/[„“”«»‘’]/u, /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}][.,]/u], sameWord: [] },
  pt_BR: { wrong: [/[„«»]/u], sameWord: ['FieldAlias', 'FieldEmail'] }
};

const english = new Map(readEnglish());

function placesIn(text: string): string {
  return [...new Set(text.match(/\{\d+\}/gu))].sort().join(' ');
}

/** How a text ends: as a sentence, a question, something under way, or as a name without a mark. */
function endOf(text: string): string {
  return (/[.。?…]$/u.exec(text)?.[0] ?? '').replace('。', '.');
}

/** Names of labels whose translation fails a test. */
function failing(
  translations: readonly LabelText[],
  test: (translation: string, original: string, name: string) => boolean
): string[] {
  return translations.filter(([name, text]) => test(text, english.get(name) ?? '', name)).map(([name]) => name);
}

it('ships exactly these languages', () => {
  expect([...shippedLanguages()].sort()).toEqual(Object.keys(LANGUAGES).sort());
});

describe.each(Object.entries(LANGUAGES))('the translation into %s', (language, { wrong, sameWord }) => {
  const translations = readTranslation(language);

  it('has every label once, and no other', () => {
    expect(translations.map(([name]) => name).sort()).toEqual([...english.keys()].sort());
  });

  it('has the places of the English sentence', () => {
    expect(failing(translations, (text, original) => placesIn(text) !== placesIn(original))).toEqual([]);
  });

  it('says something else than the English, but for the words that are the same', () => {
    const same = failing(translations, (text, original) => text === original);
    expect(same.sort()).toEqual(sameWord.map((name) => `ExternalUser_${name}`).sort());
  });

  it('is a sentence where the English is one, and a name where it is a name', () => {
    expect(failing(translations, (text, original) => endOf(text) !== endOf(original))).toEqual([]);
  });

  it('names the problem of a check in a sentence of its own where the English does', () => {
    expect(
      failing(
        translations,
        (text, original, name) => name.includes('_Finding') && original.includes('. ') && !/\. |。./u.test(text)
      )
    ).toEqual([]);
  });

  it('calls the quick action as the panel that it opens', () => {
    expect(readActionName(language)).toBe(new Map(translations).get('ExternalUser_Title'));
  });

  it('fits into a custom label', () => {
    expect(failing(translations, (text) => text.length > LONGEST)).toEqual([]);
  });

  it('has the signs and spaces of the language', () => {
    expect(failing(translations, (text) => [...NOWHERE, ...wrong].some((sign) => sign.test(text)))).toEqual([]);
  });

  it('keeps each name of a failure behind its noun, since it can be missing', () => {
    expect(
      failing(translations, (text, _original, name) => name.includes('_Failure') && /[^ ]\{[2-5]\}/u.test(text))
    ).toEqual([]);
  });
});
