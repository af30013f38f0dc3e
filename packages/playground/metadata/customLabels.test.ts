import { customLabelsIn } from 'sf-cli/labelXml';

const label = (fullName: string, value: string): string =>
  `<labels><fullName>${fullName}</fullName><language>en_US</language><protected>true</protected><value>${value}</value></labels>`;

const file = (labels: string): string =>
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
    expect(customLabelsIn(file(labels))).toEqual(expected);
  });
});
