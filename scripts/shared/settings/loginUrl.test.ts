import { loginUrlOf } from './loginUrl.ts';

const SITE = { id: '0DB000000000001AAA', urlPathPrefix: 'help' };
const ORG = 'https://acme.my.salesforce.com';

describe('where members of a site log in', () => {
  it.each([
    [
      'the org names the page',
      [{ id: '0DB000000000001', loginUrl: 'https://a/x', siteUrl: 'https://a' }],
      'https://a/x'
    ],
    ['the org names the site only', [{ id: SITE.id, siteUrl: 'https://a/help/' }], 'https://a/help/login'],
    ['the org names other sites', [{ id: '0DB000000000002AAA' }], 'https://acme.my.site.com/help/login'],
    ['the org names none', [], 'https://acme.my.site.com/help/login']
  ])('%s', (_, communities, url) => {
    expect(loginUrlOf(SITE, { communities }, ORG)).toBe(url);
  });

  it('needs no path for a site at the root', () => {
    expect(loginUrlOf({ id: SITE.id, urlPathPrefix: null }, {}, ORG)).toBe('https://acme.my.site.com/login');
  });
});
