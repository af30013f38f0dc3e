import { contentOf, metadataName, withMembers } from './networkXml.ts';

describe('the metadata name of a profile or a site', () => {
  it.each([
    ['keeps letters, digits, blanks, hyphens and underscores', 'Zoë_1 - b', 'Zoë_1 - b'],
    ['has a code for a character that a file name can’t hold', 'Custom: Sales & Co.', 'Custom%3A Sales %26 Co%2E'],
    ['has codes for brackets', 'Acme (Test)', 'Acme %28Test%29']
  ])('%s', (_title, name, expected) => {
    expect(metadataName(name)).toBe(expected);
  });

  it('names a member', () => {
    expect(withMembers('<Network>\n</Network>', ['A & B'])).toContain('<profile>A %26 B</profile>');
  });
});

it.each([
  ['a missing', '<Network/>', null],
  ['an empty', '<Network><status/></Network>', ''],
  ['a full', '<Network><status>Live</status></Network>', 'Live']
])('The content of %s element is told apart from the others.', (_title, xml, content) => {
  expect(contentOf(xml, 'status')).toBe(content);
});
