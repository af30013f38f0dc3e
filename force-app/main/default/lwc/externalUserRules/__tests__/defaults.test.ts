import { defaultDraft, known, kindsOffered, profilesOfKind, unknown, type OrgFacts } from 'c/externalUserRules';
import {
  customerProfile,
  fullLicense,
  loginLicense,
  partnerProfile,
  readyContact,
  readyOrg
} from '../../../../../test/jest/facts.ts';

const swedish = { timeZone: 'Europe/Stockholm', locale: 'sv_SE', language: 'sv' };
const customersOnly = { managesExternalUsers: false, managesCustomerUsers: true };
const otherCustomerProfile = { ...customerProfile, id: '00e000010000009AAA', name: 'Acme Customer Plus' };

function orgWith(changes: Partial<OrgFacts>): OrgFacts {
  return { ...readyOrg, ...changes };
}

describe('kindsOffered', () => {
  it.each([
    ['both, with both profiles', readyOrg, ['customer', 'partner']],
    ['customers, to who manages customers only', orgWith({ runningUser: customersOnly }), ['customer']],
    ['customers, where no partner profile is', orgWith({ profiles: known([customerProfile]) }), ['customer']],
    ['partners, where no customer profile is', orgWith({ profiles: known([partnerProfile]) }), ['partner']],
    ['both, where profiles are hidden', orgWith({ profiles: unknown('noAccess') }), ['customer', 'partner']],
    ['neither, where no profile is external', orgWith({ profiles: known([]) }), []],
    [
      'neither, where the only kind is not this person’s',
      orgWith({ runningUser: customersOnly, profiles: known([partnerProfile]) }),
      []
    ]
  ] as const)('offers %s', (_what, org, kinds) => {
    expect(kindsOffered(org)).toEqual(kinds);
  });
});

describe('profilesOfKind', () => {
  it('gives those of the kind', () => {
    expect(profilesOfKind(readyOrg, 'partner')).toEqual([partnerProfile]);
  });

  it('gives none where profiles are hidden', () => {
    expect(profilesOfKind(orgWith({ profiles: unknown('noAccess') }), 'customer')).toEqual([]);
  });
});

describe('defaultDraft', () => {
  it('takes names and email from the contact and the locale from the org', () => {
    expect(defaultDraft(readyContact, readyOrg, swedish)).toEqual({
      kind: 'customer',
      profileId: customerProfile.id,
      username: 'amelie.dubois@northwind.example',
      email: 'Amelie.Dubois@northwind.example',
      alias: 'adubo',
      nickname: 'Amelie.Dubois',
      firstName: 'Amélie',
      lastName: 'Dubois',
      timeZone: 'Europe/Stockholm',
      locale: 'sv_SE',
      language: 'sv',
      emailEncoding: 'UTF-8'
    });
  });

  it('leaves empty what contact and org do not say', () => {
    const hidden = { timeZone: null, locale: null, language: null };
    const draft = defaultDraft({ ...readyContact, firstName: null, email: null }, readyOrg, hidden);
    expect(draft).toMatchObject({ email: '', username: '', firstName: '', timeZone: '', locale: '', language: '' });
  });

  it.each([
    ['the only one', [customerProfile], customerProfile.id],
    [
      'the only one with a seat',
      [{ ...otherCustomerProfile, license: known(fullLicense) }, customerProfile],
      customerProfile.id
    ],
    ['none of two with seats', [customerProfile, otherCustomerProfile], ''],
    ['none that is full', [{ ...customerProfile, license: known(fullLicense) }], ''],
    ['one that counts log-ins', [{ ...customerProfile, license: known(loginLicense) }], customerProfile.id],
    ['one whose licence is hidden', [{ ...customerProfile, license: unknown('noAccess') }], customerProfile.id]
  ] as const)('presets as profile %s', (_what, profiles, profileId) => {
    expect(defaultDraft(readyContact, orgWith({ profiles: known(profiles) }), swedish).profileId).toBe(profileId);
  });

  it('opens as partner where that is the only kind', () => {
    const draft = defaultDraft(readyContact, orgWith({ profiles: known([partnerProfile]) }), swedish);
    expect(draft).toMatchObject({ kind: 'partner', profileId: partnerProfile.id });
  });

  it('opens as customer without a profile where profiles are hidden', () => {
    const draft = defaultDraft(readyContact, orgWith({ profiles: unknown('noAccess') }), swedish);
    expect(draft).toMatchObject({ kind: 'customer', profileId: '' });
  });
});
