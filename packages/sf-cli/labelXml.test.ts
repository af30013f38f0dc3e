import { customLabelsIn, translatedLabelsIn } from './labelXml.ts';

const label = (fullName: string, value: string): string =>
  `<labels><fullName>${fullName}</fullName><language>en_US</language><protected>true</protected><value>${value}</value></labels>`;

const labelsFile = (labels: string): string =>
  `<?xml version="1.0" encoding="UTF-8" ?><CustomLabels xmlns="http://soap.sforce.com/2006/04/metadata">${labels}</CustomLabels>`;

describe('a labels file', () => {
  it.each([
    ['gives one label', label('Next', 'Next'), [['Next', 'Next']]],
    [
      'gives several labels',
      label('Next', 'Next') + label('Back', 'Back'),
      [
        ['Next', 'Next'],
        ['Back', 'Back']
      ]
    ],
    ['keeps a number as text', label('Count', '42'), [['Count', '42']]],
    ['decodes XML entities', label('Both', 'Roles &amp; rights &lt;all&gt;'), [['Both', 'Roles & rights <all>']]],
    ['keeps line breaks and spaces', label('Poem', ' one\n two'), [['Poem', ' one\n two']]],
    ['may be empty', '', []]
  ])('%s', (_title, labels, expected) => {
    expect(customLabelsIn(labelsFile(labels))).toEqual(expected);
  });
});

const translationFile = (labels: string): string =>
  `<?xml version="1.0" encoding="UTF-8" ?><Translations xmlns="http://soap.sforce.com/2006/04/metadata">${labels}</Translations>`;

const translation = (name: string, text: string): string =>
  `<customLabels><label>${text}</label><name>${name}</name></customLabels>`;

describe('a translation file', () => {
  it.each([
    ['gives one label', translation('Next', 'Weiter'), [['Next', 'Weiter']]],
    [
      'gives several labels',
      translation('Next', 'Weiter') + translation('Back', 'Zurück'),
      [
        ['Next', 'Weiter'],
        ['Back', 'Zurück']
      ]
    ],
    ['decodes XML entities', translation('Both', 'A &amp; B'), [['Both', 'A & B']]],
    ['leaves out labels that a retrieve marks as not translated', translation('Next', '<!-- Next -->'), []],
    ['may be empty', '', []]
  ])('%s', (_title, labels, expected) => {
    expect(translatedLabelsIn(translationFile(labels))).toEqual(expected);
  });
});
