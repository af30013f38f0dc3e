import { openToMembers } from './openSite.ts';

const network = (...elements: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Network xmlns="http://soap.sforce.com/2006/04/metadata">\n${elements.map((element) => `    ${element}\n`).join('')}</Network>\n`;
const closed = '<status>UnderConstruction</status>';
const silent = '<sendWelcomeEmail>false</sendWelcomeEmail>';
const opened = ['<sendWelcomeEmail>true</sendWelcomeEmail>', '<status>Live</status>'];

/** Members in the org's own format, each on its line. */
const members = (...profiles: string[]): string =>
  `<networkMemberGroups>\n${profiles.map((profile) => `        <profile>${profile}</profile>\n`).join('')}    </networkMemberGroups>`;

describe('the settings of an opened site', () => {
  it.each([
    [
      'gain a member beside the others and send welcome mail',
      network(members('Admin'), silent, closed),
      network(members('Admin', 'Demo Customer'), ...opened)
    ],
    [
      'name each member once, whatever its case',
      network(members('demo customer'), silent, closed),
      network(members('demo customer'), ...opened)
    ],
    [
      'gain the first member',
      network('<networkMemberGroups/>', silent, closed),
      network(members('Demo Customer'), ...opened)
    ],
    [
      'gain elements that were missing',
      network('<site>Demo</site>'),
      network('<site>Demo</site>', '<status>Live</status>', opened[0] ?? '', members('Demo Customer'))
    ],
    [
      'keep all other elements',
      network('<emailSenderName>$1 &amp; Co</emailSenderName>', '<networkMemberGroups/>', ...opened),
      network('<emailSenderName>$1 &amp; Co</emailSenderName>', members('Demo Customer'), ...opened)
    ]
  ])('%s', (_title, before, after) => {
    expect(openToMembers(before, ['Demo Customer'])).toBe(after);
  });
});
