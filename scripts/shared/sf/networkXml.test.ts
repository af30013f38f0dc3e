import { contentOf, metadataName, withMembers } from './networkXml.ts';

describe('the metadata name of a profile or a site', () => {
  it.each([
    ['says letters, digits, blanks, hyphens and underscores as they are', 'Zoë_1 - b', 'Zoë_1 - b'],
    ['says by its code what a file name can’t hold', 'Custom: Sales & Co.', 'Custom%3A Sales %26 Co%2E'],
    ['says brackets by their codes', 'Acme (Test)', 'Acme %28Test%29']
  ])('%s', (_title, name, expected) => {
    expect(metadataName(name)).toBe(expected);
  });

  it('is what makes a profile a member', () => {
    expect(withMembers('<Network>\n</Network>', ['A & B'])).toContain('<profile>A %26 B</profile>');
  });
});

it.each([
  ['missing', '<Network/>', null],
  ['empty', '<Network><status/></Network>', ''],
  ['full', '<Network><status>Live</status></Network>', 'Live']
])('an element that is %s is told apart', (_title, file, content) => {
  expect(contentOf(file, 'status')).toBe(content);
});
