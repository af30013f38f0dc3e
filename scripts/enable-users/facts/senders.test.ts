import { known as fact, unknown, type Site } from 'c/externalUserRules';
import { createAnsweringApi, type Records } from '../testing/answeringApi.ts';
import { readUnverifiedSenders } from './senders.ts';

const HELP = {
  id: '0DB1',
  name: 'Acme Help',
  isLive: true,
  urlPathPrefix: 'help',
  sendsWelcomeEmail: fact(true),
  selfRegistrationProfileId: null,
  hasSelfRegistration: false
} satisfies Site;

const ADDRESS = 'help@acme.example';
const UNVERIFIED: Records = {
  Network: [
    { Name: 'Acme Help', EmailSenderAddress: ADDRESS },
    { Name: 'Beta', EmailSenderAddress: 'beta@beta.example' }
  ],
  EmailDomainKey: [{ Domain: 'Acme.example', DomainMatch: 'DomainOnly', IsActive: false }]
};

describe('the senders from which no welcome email arrives', () => {
  it.each<[string, Records, readonly string[], readonly string[]]>([
    ['without a verified domain', UNVERIFIED, [], [ADDRESS]],
    [
      'with an active DKIM key',
      { ...UNVERIFIED, EmailDomainKey: [{ Domain: 'Acme.example', DomainMatch: 'DomainOnly', IsActive: true }] },
      [],
      []
    ],
    [
      'with a verified authorized domain',
      { ...UNVERIFIED, AuthorizedEmailDomain: [{ DomainName: 'acme.example', IsDomainOwnershipVerified: true }] },
      [],
      []
    ],
    ['where the authorized domains can’t be read', UNVERIFIED, ['AuthorizedEmailDomain'], []],
    ['where the keys can’t be read', UNVERIFIED, ['EmailDomainKey'], []],
    ['where the addresses can’t be read', UNVERIFIED, ['EmailSenderAddress'], []]
  ])('are found %s', async (_title, records, lacking, addresses) => {
    const senders = await readUnverifiedSenders(createAnsweringApi(records, lacking), [HELP]);
    expect([...senders.values()]).toEqual(addresses);
  });

  it.each<[string, Partial<Site>]>([
    ['isn’t live', { isLive: false }],
    ['sends no welcome email', { sendsWelcomeEmail: fact(false) }],
    ['doesn’t show whether it sends any', { sendsWelcomeEmail: unknown('noAccess') }]
  ])('are not asked for where the site %s', async (_title, more) => {
    const api = createAnsweringApi(UNVERIFIED);
    expect(await readUnverifiedSenders(api, [{ ...HELP, ...more }])).toEqual(new Map());
    expect(api.asked).toEqual([]);
  });
});
