import { codeOf, decideContact, needsDecision, type Decision, type DecisionRequest } from 'c/externalUserListRules';
import { defaultSettings, known, unknown, type AccountOwner, type RunningUser } from 'c/externalUserRules';
import {
  customerProfile,
  fullLicense,
  inactiveUser,
  owner,
  partnerProfile,
  readyContact,
  readyOrg
} from '../../../../../test/jest/facts.ts';

interface Refusal {
  readonly code: string;
}

const request: DecisionRequest<Refusal> = {
  contact: readyContact,
  user: known(null),
  org: readyOrg,
  limits: { Alias: 8 },
  choose: (draft) => ({ draft })
};

function decide(changes: Partial<DecisionRequest<Refusal>>): Decision<Refusal> {
  return decideContact({ ...request, ...changes });
}

/** Asks for a partner user. */
const asPartner: Partial<DecisionRequest<Refusal>> = {
  choose: (draft) => ({ draft: { ...draft, kind: 'partner', profileId: partnerProfile.id } })
};

const mayNothing: RunningUser = {
  managesExternalUsers: false,
  managesCustomerUsers: false,
  viewsSetup: true,
  viewsAllUsers: true,
  viewsAllProfiles: true,
  seesAllSites: true
};

const noSeats = { ...readyOrg, profiles: known([{ ...customerProfile, license: known(fullLicense) }]) };
const noSeatForCustomers = {
  ...readyOrg,
  profiles: known([{ ...customerProfile, license: known(fullLicense) }, partnerProfile])
};
const notAPartner = { ...readyContact, isPartnerAccount: known(false) };
const ownerUnknown = { ...readyContact, owner: unknown('noAccess') };
const notAPartnerWhoRefuses = { isPartnerAccount: known(false), refusesProcessing: known(true) };
const refusesProcessing = { ...readyContact, refusesProcessing: known(true) };

it('A blocker about the contact or the org leaves no draft, a missing seat leaves one.', () => {
  expect(decide({ org: { ...readyOrg, runningUser: mayNothing } })).toMatchObject({ outcome: 'blocked', draft: null });
  expect(decide({ org: noSeats })).toMatchObject({ outcome: 'blocked', draft: { kind: 'customer' } });
});

describe('the decision on a contact', () => {
  it.each<readonly [string, Partial<DecisionRequest<Refusal>>, Decision<Refusal>['outcome'], string]>([
    ['nothing stands in the way', {}, 'enable', 'ready'],
    ['the account is missing', { contact: { ...readyContact, account: known(null) } }, 'blocked', 'accountMissing'],
    [
      'the running user may not create users',
      { org: { ...readyOrg, runningUser: mayNothing } },
      'blocked',
      'permissionMissing'
    ],
    [
      'the org has no Digital Experiences',
      { user: unknown('notInOrg'), org: { ...readyOrg, sites: unknown('notInOrg') } },
      'blocked',
      'experiencesOff'
    ],
    ['no profile has a seat', { org: noSeats }, 'blocked', 'seatsTaken'],
    [
      'the chosen profile has no seat',
      { org: noSeatForCustomers, choose: (draft) => ({ draft: { ...draft, profileId: customerProfile.id } }) },
      'blocked',
      'seatsTaken'
    ],
    ['there is no email', { contact: { ...readyContact, email: null } }, 'blocked', 'emailMissing'],
    [
      'the surface can’t ask for a user',
      { choose: () => ({ refusal: { code: 'profileUnknown' } }) },
      'blocked',
      'profileUnknown'
    ],
    ['a field is too long', { choose: (draft) => ({ draft: { ...draft, alias: 'ninechars' } }) }, 'blocked', 'tooLong'],
    ['no profile is chosen', { choose: (draft) => ({ draft: { ...draft, profileId: '' } }) }, 'blocked', 'required'],
    [
      'no profile is chosen yet for all contacts',
      { choose: (draft) => ({ draft: { ...draft, profileId: '' } }), sharedFields: ['profileId'] },
      'enable',
      'ready'
    ],
    [
      'the account of a partner user is not a partner account',
      { ...asPartner, contact: notAPartner },
      'blocked',
      'partnerAccountNotEnabled'
    ],
    [
      'the surface enables the account as partner account',
      { ...asPartner, contact: notAPartner, removes: ['partnerAccountNotEnabled'] },
      'enable',
      'partnerAccountNotEnabled'
    ],
    [
      'a partner user needs another permission',
      { ...asPartner, org: { ...readyOrg, runningUser: { ...mayNothing, managesCustomerUsers: true } } },
      'blocked',
      'permissionCustomersOnly'
    ],
    ['the contact has an active user', { user: known({ ...inactiveUser, isActive: true }) }, 'already', 'userActive'],
    ['the contact has an inactive user', { user: known(inactiveUser) }, 'already', 'userInactive'],
    ['the owner can’t be read', { contact: ownerUnknown }, 'enable', 'ownerRoleHidden'],
    [
      'the account can’t be read',
      { contact: { ...readyContact, account: unknown('noAccess') } },
      'enable',
      'accountHidden'
    ],
    ['users can’t be read', { user: unknown('noAccess') }, 'enable', 'userHidden'],
    ['the person refuses processing', { contact: refusesProcessing }, 'enable', 'processingRefused'],
    [
      'the person asks to be forgotten',
      { contact: { ...readyContact, asksToBeForgotten: known(true) } },
      'enable',
      'forgettingAsked'
    ],
    [
      'no mail reaches the email',
      { contact: { ...readyContact, email: 'a@b.example.invalid' } },
      'enable',
      'emailUnusable'
    ]
  ])('follows the rules if %s: %#', (_what, changes, outcome, code) => {
    const decision = decide(changes);
    expect([decision.outcome, codeOf(decision)]).toEqual([outcome, code]);
  });

  it('names the email if the username was made from it', () => {
    const decision = decide({ contact: { ...readyContact, email: 'amelie at home' } });
    expect(decision).toMatchObject({ blocker: { kind: 'problem', problem: { field: 'email', code: 'notAnEmail' } } });
  });

  it('keeps the draft if only a seat is missing, so that a plan can count the seats', () => {
    expect(decide({ ...asPartner, org: noSeats })).toMatchObject({ draft: { profileId: partnerProfile.id } });
    expect(decide({ org: noSeats, choose: () => ({ refusal: { code: 'profileUnknown' } }) })).toMatchObject({
      draft: null,
      blocker: { kind: 'finding' }
    });
  });

  it('names warnings before what can’t be read', () => {
    const decision = decide({ contact: { ...ownerUnknown, ...refusesProcessing, owner: unknown('noAccess') } });
    expect(decision).toMatchObject({ remarks: [{ code: 'processingRefused' }, { code: 'ownerRoleHidden' }] });
  });

  it.each([
    ['a blocker of the contact', { contact: { ...readyContact, account: known(null) } }],
    ['a refusal', { choose: () => ({ refusal: { code: 'profileUnknown' } }) }],
    ['a field that is too long', { choose: (draft) => ({ draft: { ...draft, alias: 'ninechars' } }) }]
  ] as readonly (readonly [string, Partial<DecisionRequest<Refusal>>])[])(
    'tells nothing besides %s that stands alone',
    (_what, changes) => {
      expect(decide(changes)).toMatchObject({ outcome: 'blocked', others: [] });
    }
  );

  it('remarks an external owner for partner users only, besides what is remarked for all', () => {
    const external = { ...withOwner({ userType: known('PowerPartner') }), ...notAPartnerWhoRefuses };
    const removes = ['partnerAccountNotEnabled'] as const;
    const codesOf = (changes: Partial<DecisionRequest<Refusal>>) => {
      const decision = decide({ contact: external, removes, ...changes });
      return decision.outcome === 'enable' ? decision.remarks.map(({ code }) => code) : [];
    };
    expect(codesOf(asPartner).sort()).toEqual(['ownerExternal', 'processingRefused']);
    expect(codesOf({})).toEqual(['processingRefused']);
  });

  it('remarks that the username is the email', () => {
    const contact = { ...readyContact, firstName: '由紀', lastName: '山田' };
    const settings = known({ ...defaultSettings, usernamePattern: '{first}@acme.example' });
    const decision = decide({ contact, org: { ...readyOrg, settings } });
    expect(decision).toMatchObject({ outcome: 'enable', remarks: [{ code: 'usernameFromEmail' }] });
  });

  it('names a hidden partner account for partner users only', () => {
    const contact = { ...readyContact, isPartnerAccount: unknown('noAccess') };
    expect(decide({ contact })).toMatchObject({ outcome: 'enable', remarks: [] });
    expect(decide({ ...asPartner, contact })).toMatchObject({
      outcome: 'enable',
      remarks: [{ code: 'partnerAccountsOff' }]
    });
  });

  const owned = known({ id: '003000010000044AAA', name: 'Lars Berg', ownerName: 'Min-jun Kim' });
  it.each([
    ['an external user owns', owned, ['contactOwnerExternal'], ['contactOwnerExternal']],
    ['nobody outside owns', known(null), [], []],
    // What can't be seen is told only where the surface makes the partner account.
    ['somebody owns who can’t be read', unknown('noAccess'), [], ['contactOwnersHidden']],
    ['an owner has who is still to come', unknown('pending'), [], []]
  ] as const)(
    'tells of an account’s contact that %s, before its partner account',
    (_who, externallyOwned, ...codes) => {
      const contact = { ...notAPartner, externallyOwned };
      const blocked = decide({ ...asPartner, contact });
      const enabled = decide({ ...asPartner, contact, removes: ['partnerAccountNotEnabled'] });
      const told = [
        'others' in blocked ? blocked.others : null,
        'remarks' in enabled ? enabled.remarks.filter(({ check }) => check === 'contactOwners') : null
      ];
      expect(told.map((findings) => findings?.map(({ code }) => code))).toEqual(codes);
      expect(decide({ contact })).toMatchObject({ outcome: 'enable', remarks: [] });
    }
  );

  const inactive = known({ ...inactiveUser, profileId: customerProfile.id });
  const full = { ...readyOrg, profiles: known([{ ...customerProfile, license: known(fullLicense) }]) };
  it.each([
    ['nothing', {}, []],
    ['the permission', { org: { ...readyOrg, runningUser: mayNothing } }, ['permissionMissing']],
    ['an account', { contact: { ...readyContact, account: known(null) } }, ['accountMissing']],
    ['the role of the owner', { contact: withOwner({ roleId: known(null) }) }, ['ownerWithoutRole']],
    ['an active owner', { contact: withOwner({ isActive: known(false) }) }, ['ownerInactive']],
    ['a seat of the user’s license', { org: full }, ['seatsTaken']],
    [
      'the role of the owner and a seat',
      { org: full, contact: withOwner({ roleId: known(null) }) },
      ['ownerWithoutRole', 'seatsTaken']
    ]
  ] as const)('tells that %s is missing for making an inactive user active again', (_what, facts, codes) => {
    const decision = decide({ user: inactive, ...facts });
    expect(decision).toMatchObject({ outcome: 'already', finding: { code: 'userInactive' } });
    expect('reactivation' in decision ? decision.reactivation.blockers.map(({ code }) => code) : []).toEqual(codes);
  });

  it('tells what can’t be read of the owner of an inactive user’s account, and nothing of an active user', () => {
    const contact = { ...readyContact, owner: unknown('noAccess') };
    expect(decide({ user: inactive, contact })).toMatchObject({
      reactivation: { blockers: [], remarks: [{ code: 'ownerRoleHidden' }] }
    });
    const user = known({ ...inactiveUser, isActive: true });
    expect(decide({ user, contact })).toMatchObject({ reactivation: { blockers: [], remarks: [] } });
  });

  it('tells every blocker of the contact besides the first one', () => {
    const contact = { ...withOwner({ roleId: known(null) }), email: null };
    expect(decide({ contact, org: { ...readyOrg, runningUser: mayNothing } })).toMatchObject({
      outcome: 'blocked',
      blocker: { finding: { code: 'permissionMissing' } },
      others: [{ code: 'ownerWithoutRole' }, { code: 'emailMissing' }]
    });
  });
});

function withOwner(changes: Partial<AccountOwner>) {
  return { ...readyContact, owner: known({ ...owner, ...changes }) };
}

it.each([
  ['a warning about the contact', 'warning', 'processingRefused', true],
  ['a remark that the username is the email', 'warning', 'usernameFromEmail', false],
  ['a fact that can’t be read', 'unknown', 'ownerRoleHidden', false]
] as const)('A person has to decide first, or not, on %s.', (_what, status, code, isNeeded) => {
  const remark = { check: 'privacy', code, status, record: null, words: [], fix: null } as const;
  const silent = { ...remark, status: 'unknown', code: 'userHidden' } as const;
  expect(needsDecision([silent, remark])).toBe(isNeeded);
  expect(needsDecision([])).toBe(false);
});

it('A missing account is told beside a missing permission.', () => {
  const contact = { ...readyContact, account: known(null) };
  expect(decide({ contact, org: { ...readyOrg, runningUser: mayNothing } })).toMatchObject({
    blocker: { finding: { code: 'permissionMissing' } },
    others: [{ code: 'accountMissing' }]
  });
});

it('What else blocks a partner user is told beside a missing permission.', () => {
  const org = { ...readyOrg, runningUser: { ...mayNothing, managesCustomerUsers: true } };
  expect(decide({ ...asPartner, contact: notAPartner, org })).toMatchObject({
    blocker: { finding: { code: 'permissionCustomersOnly' } },
    others: [{ code: 'partnerAccountNotEnabled' }]
  });
});
