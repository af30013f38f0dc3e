import { known, type ExternalProfile } from 'c/externalUserRules';
import { customerProfile, partnerProfile } from '../../../../../test/jest/facts.ts';
import { liveSitesInSettings } from '../profileSites.ts';

function profileReadOn(readOn: string, siteName: string, loginUrl: string | null): ExternalProfile {
  return { ...customerProfile, siteName, siteReading: { loginUrl, sendsWelcomeEmail: true, readOn } };
}

describe('the live sites that the settings name', () => {
  it('hold as of the oldest day on which one of them was read', () => {
    const profiles = known([
      profileReadOn('2026-11-30', 'Acme Help', 'https://help.acme.example'),
      partnerProfile,
      profileReadOn('2026-11-02', 'Acme Beta', null),
      profileReadOn('2026-11-15', 'Acme Shop', 'https://shop.acme.example')
    ]);
    const found = liveSitesInSettings({ profiles });
    expect(found?.asOf).toBe('2026-11-02');
    expect(found?.sites.map(({ name }) => name)).toEqual(['Acme Help', 'Acme Shop']);
  });

  it('are not known where no profile has a reading', () => {
    expect(liveSitesInSettings({ profiles: known([customerProfile, partnerProfile]) })).toBeUndefined();
  });
});
