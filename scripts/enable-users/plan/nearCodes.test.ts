import { localeOf } from './rowValues.ts';
import { toRowOverrides } from './rowOverrides.ts';

const valuesOf = (...codes: readonly string[]): ReadonlyMap<string, string> =>
  new Map(codes.map((code) => [code.toLowerCase(), code]));

const PICKLISTS = new Map([
  [
    'TimeZoneSidKey',
    new Map([
      ...valuesOf('Asia/Kolkata', 'Europe/Paris', 'Europe/Helsinki', 'America/Los_Angeles'),
      ['(gmt+01:00) central european standard time (europe/paris)', 'Europe/Paris']
    ])
  ],
  ['LocaleSidKey', valuesOf('de_DE', 'fr_FR')],
  ['LanguageLocaleKey', valuesOf('en_US', 'pt_BR', 'no')]
]);
const SUGGESTED = { timeZone: 'Europe/Oslo', locale: 'nb_NO', language: 'no' };

function read(column: 'TimeZone' | 'Locale' | 'Language', text: string) {
  return localeOf(PICKLISTS, toRowOverrides(['', text], new Map([[column, 1]])), SUGGESTED);
}

describe('a code that the org lacks', () => {
  it.each([
    ['TimeZone', 'Asia/Calcutta', 'Use Asia/Kolkata, if that is meant.'],
    ['TimeZone', 'US/Pacific', 'Use America/Los_Angeles, if that is meant.'],
    ['TimeZone', 'Europe/Kyiv', 'Use Europe/Helsinki, if that is meant.'],
    ['TimeZone', 'Mars/Olympus', 'Use a code such as Europe/Paris.'],
    ['Locale', 'de-DE', 'Use de_DE, if that is meant.'],
    ['Locale', 'fr_CH', 'Use fr_FR, if that is meant.'],
    ['Locale', 'Deutsch', 'Use a code such as fr_FR.'],
    ['Language', 'en_AU', 'Use en_US, if that is meant.'],
    ['Language', 'pt-BR', 'Use pt_BR, if that is meant.'],
    ['Language', 'no-NO', 'Use no, if that is meant.'],
    ['Language', 'Klingon', 'Use a code such as fr.']
  ] as const)('is told with the near one: %s %s', (column, text, advice) => {
    const sentence = `${column}: this org has no “${text}”. ${advice}`;
    expect(read(column, text)).toEqual({ refusal: { code: 'valueUnknown', sentence } });
  });

  it.each([
    'Europe/Paris',
    'europe/paris',
    '(GMT+01:00) Central European Standard Time (Europe/Paris)',
    '(GMT+02:00) Central European Summer Time (Europe/Paris)'
  ])('is none where it is a zone, or the label of one in either season: %s', (text) => {
    expect(read('TimeZone', text)).toEqual({ ...SUGGESTED, timeZone: 'Europe/Paris' });
  });
});
