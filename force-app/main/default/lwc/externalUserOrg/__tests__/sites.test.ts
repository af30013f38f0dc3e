import { siteLoginUrl } from 'c/externalUserOrg';
import { known, unknown } from 'c/externalUserRules';
import { liveSiteData, queryData, siteNode } from '../../../../../test/jest/answers.ts';
import { liveSite, siteUnderConstruction } from '../../../../../test/jest/facts.ts';
import { toSites } from '../sites.ts';

describe('toSites', () => {
  it('reads which sites are live', () => {
    const data = queryData({ Network: [siteNode(liveSite), siteNode(siteUnderConstruction)] });
    expect(toSites({ data })).toEqual(known([liveSite, siteUnderConstruction]));
  });

  it.each([
    ['Live', true],
    ['UnderConstruction', false],
    ['DownForMaintenance', false]
  ])('takes a site that is %s as live: %s', (status, isLive) => {
    const data = queryData({ Network: [{ ...siteNode(liveSite), Status: { value: status } }] });
    expect(toSites({ data })).toMatchObject({ value: [{ isLive }] });
  });

  it('reads which sites let visitors register', () => {
    const open = { ...liveSite, hasSelfRegistration: true };
    expect(toSites({ data: queryData({ Network: [siteNode(open)] }) })).toEqual(known([open]));
  });

  it('works without the optional fields', () => {
    const data = queryData({ Network: [{ Id: liveSite.id, Name: { value: 'Acme Help' }, Status: { value: 'Live' } }] });
    expect(toSites({ data })).toEqual(
      known([
        { ...liveSite, urlPathPrefix: null, sendsWelcomeEmail: unknown('noAccess'), selfRegistrationProfileId: null }
      ])
    );
  });

  it('is an empty list where this person is a member of no site', () => {
    expect(toSites({ data: queryData({ Network: [] }) })).toEqual(known([]));
    expect(toSites({ data: liveSiteData })).toEqual(known([liveSite]));
  });
});

describe('siteLoginUrl', () => {
  it.each([
    ['https://acme.lightning.force.com', 'acmehelp', 'https://acme.my.site.com/acmehelp/login'],
    [
      'https://acme--uat.sandbox.lightning.force.com',
      'acmehelp',
      'https://acme--uat.sandbox.my.site.com/acmehelp/login'
    ],
    ['http://localhost:4280', 'acmehelp', 'http://localhost:4280/acmehelp/login'],
    ['https://acme.lightning.force.com', null, 'https://acme.my.site.com/login'],
    ['https://acme.lightning.force.com', 'partners/emea', 'https://acme.my.site.com/partners/emea/login']
  ])('leads from %s with the path %s to %s', (origin, urlPathPrefix, url) => {
    expect(siteLoginUrl({ ...liveSite, urlPathPrefix }, origin)).toBe(url);
  });
});
