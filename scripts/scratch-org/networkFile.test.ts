import { openToMembers } from './networkFile.ts';

const network = (...elements: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Network xmlns="http://soap.sforce.com/2006/04/metadata">\n${elements.map((element) => `    ${element}\n`).join('')}</Network>\n`;
const closed = '<status>UnderConstruction</status>';
const silent = '<sendWelcomeEmail>false</sendWelcomeEmail>';
const customers = '<profile>Demo Customer</profile>';
const opened = ['<sendWelcomeEmail>true</sendWelcomeEmail>', '<status>Live</status>'];

describe('the settings of a site that is opened', () => {
  it.each([
    [
      'welcome its members beside those it has',
      network(`<networkMemberGroups>\n        <profile>Admin</profile>\n    </networkMemberGroups>`, silent, closed),
      network(`<networkMemberGroups><profile>Admin</profile>${customers}</networkMemberGroups>`, ...opened)
    ],
    [
      'name no member twice',
      network(`<networkMemberGroups>${customers}</networkMemberGroups>`, silent, closed),
      network(`<networkMemberGroups>${customers}</networkMemberGroups>`, ...opened)
    ],
    [
      'have its first members',
      network('<networkMemberGroups/>', silent, closed),
      network(`<networkMemberGroups>${customers}</networkMemberGroups>`, ...opened)
    ],
    [
      'say what was not said',
      network('<site>Demo</site>'),
      network(
        '<site>Demo</site>',
        '<status>Live</status>',
        opened[0] ?? '',
        `<networkMemberGroups>${customers}</networkMemberGroups>`
      )
    ],
    [
      'keep everything else',
      network('<emailSenderName>$1 &amp; Co</emailSenderName>', '<networkMemberGroups/>', ...opened),
      network(
        '<emailSenderName>$1 &amp; Co</emailSenderName>',
        `<networkMemberGroups>${customers}</networkMemberGroups>`,
        ...opened
      )
    ]
  ])('%s', (_title, before, after) => {
    expect(openToMembers(before, ['Demo Customer'])).toBe(after);
  });
});
