import {
  defaultDraft,
  defaultProfileId,
  defaultSettings,
  known,
  kindsOffered,
  profilesOfKind,
  suggestProfile,
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
    ['both, if both profiles exist', readyOrg, ['customer', 'partner']],
    ['customers, if the running user manages customers only', orgWith({ runningUser: customersOnly }), ['customer']],
    ['customers, if there is no partner profile', orgWith({ profiles: known([customerProfile]) }), ['customer']],
    ['partners, if there is no customer profile', orgWith({ profiles: known([partnerProfile]) }), ['partner']],
    ['both, if profiles are hidden', orgWith({ profiles: unknown('noAccess') }), ['customer', 'partner']],
    ['neither, if no profile is external', orgWith({ profiles: known([]) }), []],
    [
      'neither, if the running user may not create the only kind',
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
  it('returns the profiles of the kind', () => {
    expect(profilesOfKind(readyOrg, 'partner')).toEqual([partnerProfile]);
  });

  it('returns an empty list if profiles are hidden', () => {
    expect(profilesOfKind(orgWith({ profiles: unknown('noAccess') }), 'customer')).toEqual([]);
  });
});

describe('standard profiles that are offered', () => {
  const standard = { ...otherCustomerProfile, name: 'Customer Community User', isStandard: true };
  const named = settingsWith({ defaultProfile: { customer: standard.name, partner: null } });
  const inSettings = { ...standard, siteName: 'Acme Help' };
  const siteRead = { ...standard, siteReading: { loginUrl: null, sendsWelcomeEmail: false, readOn: '2026-11-30' } };

  it.each([
    ['none beside an own one', [standard, customerProfile], {}, [customerProfile]],
    ['all where there is no own one', [standard, partnerProfile], {}, [standard]],
    [
      'one whose site the settings name, after the own ones',
      [inSettings, customerProfile],
      {},
      [customerProfile, inSettings]
    ],
    ['one whose site an administrator read', [siteRead, customerProfile], {}, [customerProfile, siteRead]],
    ['the default of the settings', [standard, customerProfile], named, [customerProfile, standard]],
    ['one of the allow-list', [standard, customerProfile], { profileSource: 'allowList' }, [customerProfile, standard]],
    [
      'one that users have',
      [standard, customerProfile],
      { profileSource: 'existingUsers' },
      [customerProfile, standard]
    ]
  ] as const)('are %s', (_what, profiles, org, offered) => {
    expect(profilesOfKind(orgWith({ profiles: known(profiles), ...org }), 'customer')).toEqual(offered);
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

  it('leaves fields empty that contact and org don’t fill', () => {
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
    ['customer, if the settings name no kind', {}, 'customer'],
    ['customer, if the settings can’t be read', { settings: unknown('noAccess') }, 'customer'],
    ['customer, if profiles are hidden', { profiles: unknown('noAccess') }, 'customer'],
    ['the kind of the settings', settingsWith({ defaultKind: 'partner' }), 'partner'],
    [
      'customer, if the kind of the settings is not offered',
      { ...settingsWith({ defaultKind: 'partner' }), runningUser: customersOnly },
      'customer'
    ],
    ['partner, if that is the only kind', { profiles: known([partnerProfile]) }, 'partner']
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
    ['the only one that is not standard', [standard, customerProfile], {}, customerProfile.id],
    ['none, if all are standard', [standard], {}, ''],
    ['the only one with a seat', [full, customerProfile], {}, customerProfile.id],
    ['none of two with seats', [customerProfile, otherCustomerProfile], {}, ''],
    ['none that is full', [full], {}, ''],
    ['none of the other kind', [partnerProfile], {}, ''],
    ['one that counts log-ins', [{ ...customerProfile, license: known(loginLicense) }], {}, customerProfile.id],
    ['one whose license is hidden', [{ ...customerProfile, license: unknown('noAccess') }], {}, customerProfile.id],
    [
      'that of the settings',
      [customerProfile, otherCustomerProfile],
      named('Acme Customer Plus'),
      otherCustomerProfile.id
    ],
    ['that of the settings, even if it is full', [customerProfile, full], named('Acme Customer Plus'), full.id],
    ['the only one, if that of the settings is gone', [customerProfile], named('Acme Gone'), customerProfile.id],
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

  it('is empty if profiles are hidden', () => {
    expect(defaultProfileId(orgWith({ profiles: unknown('noAccess') }), 'customer')).toBe('');
  });
});

it('The form of an org without profiles opens for customers.', () => {
  expect(defaultDraft(readyContact, { ...readyOrg, profiles: known([]) }).kind).toBe('customer');
});

describe('suggestProfile', () => {
  const standard = {
    ...otherCustomerProfile,
    id: '00e00001000000BAAQ',
    name: 'Customer Community User',
    isStandard: true
  };
  const full = { ...otherCustomerProfile, license: known(fullLicense) };
  const profiles = [customerProfile, otherCustomerProfile, partnerProfile];
  const settings = settingsWith({ defaultProfile: { customer: customerProfile.name, partner: null } });

  function suggest(counts: readonly (readonly [{ readonly id: string }, number])[], org: Partial<OrgFacts> = {}) {
    const usersByProfile = known(new Map(counts.map(([{ id }, count]) => [id, count] as const)));
    return suggestProfile(orgWith({ profiles: known(profiles), ...org }), 'customer', {
      ...readyContact,
      usersByProfile
    });
  }

  const mostUsed = { id: otherCustomerProfile.id, from: 'account' };

  it('takes the profile that most users of the account have, and says so', () => {
    expect(
      suggest([
        [customerProfile, 1],
        [otherCustomerProfile, 2],
        [partnerProfile, 9]
      ])
    ).toEqual(mostUsed);
  });

  it.each([
    ['the settings name a profile', [[otherCustomerProfile, 2]], settings, customerProfile.id],
    ['there is only one', [[partnerProfile, 2]], { profiles: known([customerProfile]) }, customerProfile.id],
    ['an administrator ordered them', [[otherCustomerProfile, 2]], { profileSource: 'allowList' }, customerProfile.id]
  ] as const)('doesn’t look at the account if %s', (_why, counts, org, id) => {
    expect(suggest(counts, org)).toEqual({ id, from: 'settings' });
  });

  it.each([
    ['none of its users is seen', []],
    [
      'two profiles have as many users',
      [
        [customerProfile, 2],
        [otherCustomerProfile, 2]
      ]
    ],
    ['its users have another kind of profile', [[partnerProfile, 3]]]
  ] as const)('suggests none if %s', (_why, counts) => {
    expect(suggest(counts)).toBeUndefined();
  });

  it.each([
    ['has no seat left', full],
    ['is a standard one', standard]
  ] as const)('suggests no other profile where the one of most users %s', (_why, unusable) => {
    const third = { ...customerProfile, id: '00e00001000000CAAQ', name: 'Acme Member' };
    const org = { profiles: known([customerProfile, third, unusable]), profileSource: 'existingUsers' } as const;
    expect(
      suggest(
        [
          [unusable, 2],
          [customerProfile, 1]
        ],
        org
      )
    ).toBeUndefined();
  });

  it('suggests none while nothing is known of the account', () => {
    const org = orgWith({ profiles: known(profiles) });
    expect(suggestProfile(org, 'customer', { ...readyContact, usersByProfile: unknown('noAccess') })).toBeUndefined();
    expect(suggestProfile(org, 'customer')).toBeUndefined();
  });
});
