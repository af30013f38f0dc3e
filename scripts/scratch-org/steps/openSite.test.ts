import { openToMembers } from './openSite.ts';

const network = (...elements: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Network xmlns="http://soap.sforce.com/2006/04/metadata">\n${elements.map((element) => `    ${element}\n`).join('')}</Network>\n`;
const closed = '<status>UnderConstruction</status>';
const silent = '<sendWelcomeEmail>false</sendWelcomeEmail>';
const opened = ['<sendWelcomeEmail>true</sendWelcomeEmail>', '<status>Live</status>'];

/** Members, each in its line as the org writes them. */
const members = (...profiles: string[]): string =>
  `<networkMemberGroups>\n${profiles.map((profile) => `        <profile>${profile}</profile>\n`).join('')}    </networkMemberGroups>`;

describe('the settings of a site that is opened', () => {
  it.each([
    [
      'welcome its members beside those it has',
      network(members('Admin'), silent, closed),
      network(members('Admin', 'Demo Customer'), ...opened)
    ],
    [
      'name no member twice',
      network(members('demo customer'), silent, closed),
      network(members('demo customer'), ...opened)
    ],
    [
      'have its first members',
      network('<networkMemberGroups/>', silent, closed),
      network(members('Demo Customer'), ...opened)
    ],
    [
      'say what was not said',
      network('<site>Demo</site>'),
      network('<site>Demo</site>', '<status>Live</status>', opened[0] ?? '', members('Demo Customer'))
    ],
    [
      'keep everything else',
      network('<emailSenderName>$1 &amp; Co</emailSenderName>', '<networkMemberGroups/>', ...opened),
      network('<emailSenderName>$1 &amp; Co</emailSenderName>', members('Demo Customer'), ...opened)
    ]
  ])('%s', (_title, before, after) => {
    expect(openToMembers(before, ['Demo Customer'])).toBe(after);
  });
});
