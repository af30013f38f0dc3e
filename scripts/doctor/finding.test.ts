import { findingsOf, listed } from './finding.ts';

const HOSTILE = 'Ann\u001B[2J\r\n  Ready\u202E';

describe('a finding', () => {
  it('stays in its line and sends nothing to the terminal, whatever name of the org is in it', () => {
    const finding = findingsOf('sites', 'Sites')('warning', `The site ${HOSTILE} is off.`, {
      fix: `Turn ${HOSTILE} on.`,
      link: `https://acme.example/${HOSTILE}`,
      lines: [HOSTILE]
    });
    for (const text of [finding.cause, finding.fix, finding.link, ...finding.lines]) {
      expect(text).toContain('Ann[U+001B][2J Ready[U+202E]');
    }
  });

  it('isolates names in a list that are written from right to left', () => {
    expect(listed(['Ann', 'דנה'])).toBe('Ann, \u2068דנה\u2069');
  });
});
