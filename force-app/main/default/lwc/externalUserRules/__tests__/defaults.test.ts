import {
  defaultDraft,
  defaultProfileId,
  defaultSettings,
  known,
  kindsOffered,
  profilesOfKind,
  unknown,
  type OrgFacts,
  type Settings
} from 'c/externalUserRules';
import {
  customerProfile,
  fullLicense,
  loginLicense,
  partnerProfile,
  readyContact,
  readyOrg
} from '../../../../../test/jest/facts.ts';

const swedish = { id: null, timeZone: 'Europe/Stockholm', locale: 'sv_SE', language: 'sv' };
const customersOnly = { ...readyOrg.runningUser, managesExternalUsers: false, managesCustomerUsers: true };
const otherCustomerProfile = { ...customerProfile, id: '00e000010000009AAA', name: 'Acme Customer Plus' };

function settingsWith(changes: Partial<Settings>): Partial<OrgFacts> {
  return { settings: known({ ...defaultSettings, ...changes }) };
}

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

  it('offers no partner for a person account', () => {
    expect(kindsOffered(readyOrg, { ...readyContact, isPersonAccount: known(true) })).toEqual(['customer']);
    expect(kindsOffered(readyOrg, readyContact)).toEqual(['customer', 'partner']);
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
    expect(defaultDraft(readyContact, orgWith({ defaults: swedish }))).toEqual({
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
      emailEncoding: 'UTF-8',
      portalRole: '',
      permissionSetIds: []
    });
  });

  it('leaves empty what contact and org do not say', () => {
    const hidden = { id: null, timeZone: null, locale: null, language: null };
    const draft = defaultDraft({ ...readyContact, firstName: null, email: null }, orgWith({ defaults: hidden }));
    expect(draft).toMatchObject({ email: '', username: '', firstName: '', timeZone: '', locale: '', language: '' });
  });

  it('makes username and nickname by the patterns of the settings', () => {
    const patterns = { usernamePattern: '{first}@{suffix}', usernameSuffix: 'acme.example', nicknamePattern: '{last}' };
    const draft = defaultDraft(readyContact, orgWith(settingsWith(patterns)));
    expect(draft).toMatchObject({ username: 'amelie@acme.example', nickname: 'Dubois' });
  });

  it.each([
    ['customer, where the settings say nothing', {}, 'customer'],
    ['customer, where the settings can’t be read', { settings: unknown('noAccess') }, 'customer'],
    ['customer, where profiles are hidden', { profiles: unknown('noAccess') }, 'customer'],
    ['the kind of the settings', settingsWith({ defaultKind: 'partner' }), 'partner'],
    [
      'customer, where the kind of the settings is not offered',
      { ...settingsWith({ defaultKind: 'partner' }), runningUser: customersOnly },
      'customer'
    ],
    ['partner, where that is the only kind', { profiles: known([partnerProfile]) }, 'partner']
  ] as const)('opens as %s', (_what, org, kind) => {
    expect(defaultDraft(readyContact, orgWith(org)).kind).toBe(kind);
  });
});

describe('defaultProfileId', () => {
  const full = { ...otherCustomerProfile, license: known(fullLicense) };
  const standard = { ...otherCustomerProfile, isStandard: true };
  const named = (name: string) => settingsWith({ defaultProfile: { customer: name, partner: null } });

  it.each([
    ['the only one', [customerProfile], {}, customerProfile.id],
    ['the only one that is not Salesforce’s own', [standard, customerProfile], {}, customerProfile.id],
    ['none, where there are only Salesforce’s own', [standard], {}, ''],
    ['the only one with a seat', [full, customerProfile], {}, customerProfile.id],
    ['none of two with seats', [customerProfile, otherCustomerProfile], {}, ''],
    ['none that is full', [full], {}, ''],
    ['none of the other kind', [partnerProfile], {}, ''],
    ['one that counts log-ins', [{ ...customerProfile, license: known(loginLicense) }], {}, customerProfile.id],
    ['one whose licence is hidden', [{ ...customerProfile, license: unknown('noAccess') }], {}, customerProfile.id],
    [
      'that of the settings',
      [customerProfile, otherCustomerProfile],
      named('Acme Customer Plus'),
      otherCustomerProfile.id
    ],
    ['that of the settings, full or not', [customerProfile, full], named('Acme Customer Plus'), full.id],
    ['the only one, where that of the settings is gone', [customerProfile], named('Acme Gone'), customerProfile.id],
    [
      'the first of the allow-list',
      [otherCustomerProfile, customerProfile],
      { profileSource: 'allowList' },
      otherCustomerProfile.id
    ],
    [
      'the first of the allow-list with a seat',
      [full, customerProfile],
      { profileSource: 'allowList' },
      customerProfile.id
    ]
  ] as const)('is %s', (_what, profiles, org, profileId) => {
    expect(defaultProfileId(orgWith({ profiles: known(profiles), ...org }), 'customer')).toBe(profileId);
  });

  it('is none where profiles are hidden', () => {
    expect(defaultProfileId(orgWith({ profiles: unknown('noAccess') }), 'customer')).toBe('');
  });
});
