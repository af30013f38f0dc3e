import { known, unknown, type Fact, type Site } from 'c/externalUserRules';
import { customerProfile, readyOrg } from '../../../../../test/jest/facts.ts';
import { mailSentence } from '../question.ts';

const help: Site = {
  id: '0DB000010000001AAA',
  name: 'Acme Help',
  isLive: true,
  urlPathPrefix: 'help',
  sendsWelcomeEmail: known(true),
  selfRegistrationProfileId: null,
  hasSelfRegistration: false
};
const silent = { ...help, sendsWelcomeEmail: known(false) };
const unread: Fact<readonly Site[]> = unknown('noAccess');
const member = { ...customerProfile, siteName: 'Acme Help' };
const noMember = { ...customerProfile, siteName: null };

describe('the welcome email in the question', () => {
  it.each([
    ['of a site of the profile', member, known([help]), '47 people are to get a welcome email from Acme Help.'],
    ['of a site that may be another profile’s', noMember, known([help]), 'Acme Help: new members get a welcome email.'],
    ['that no live site sends', member, known([silent]), 'No welcome email goes out.'],
    ['of a site that isn’t live', member, known([{ ...help, isLive: false }]), ''],
    ['that can’t be read', member, known([{ ...help, sendsWelcomeEmail: unknown('noAccess') }]), ''],
    ['where no site can be read', member, unread, ''],
    [
      'that an administrator read',
      { ...member, siteReading: { loginUrl: '/help', sendsWelcomeEmail: true, readOn: '2026-11-30' } },
      unread,
      '47 people are to get a welcome email from Acme Help.'
    ],
    ['where no site is seen', member, known([]), '']
  ])('says of a mail %s what is known', (_what, profile, sites, sentence) => {
    expect(mailSentence(47, profile, { ...readyOrg, sites })).toBe(sentence);
  });

  it('says nothing of sites that a person may not see', () => {
    const runningUser = { ...readyOrg.runningUser, seesAllSites: false };
    expect(mailSentence(47, member, { ...readyOrg, runningUser, sites: known([silent]) })).toBe('');
  });

  it('speaks of one person for one user', () => {
    expect(mailSentence(1, member, { ...readyOrg, sites: known([help]) })).toBe(
      '1 person is to get a welcome email from Acme Help.'
    );
  });
});
