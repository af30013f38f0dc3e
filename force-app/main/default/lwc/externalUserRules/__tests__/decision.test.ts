import {
  codeOf,
  decideContact,
  known,
  unknown,
  type Decision,
  type DecisionRequest,
  type RunningUser
} from 'c/externalUserRules';
import {
  customerProfile,
  fullLicense,
  inactiveUser,
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
  viewsAllUsers: true
};

const noSeats = { ...readyOrg, profiles: known([{ ...customerProfile, license: known(fullLicense) }]) };
const noSeatForCustomers = {
  ...readyOrg,
  profiles: known([{ ...customerProfile, license: known(fullLicense) }, partnerProfile])
};
const notAPartner = { ...readyContact, isPartnerAccount: known(false) };
const ownerUnknown = { ...readyContact, owner: unknown('noAccess') };
const refusesProcessing = { ...readyContact, refusesProcessing: known(true) };

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
    ['users can’t be read', { user: unknown('noAccess') }, 'enable', 'ready'],
    ['the person refuses processing', { contact: refusesProcessing }, 'enable', 'processingRefused'],
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

  it('names a hidden partner account for partner users only', () => {
    const contact = { ...readyContact, isPartnerAccount: unknown('noAccess') };
    expect(decide({ contact })).toMatchObject({ outcome: 'enable', remarks: [] });
    expect(decide({ ...asPartner, contact })).toMatchObject({
      outcome: 'enable',
      remarks: [{ code: 'partnerAccountsOff' }]
    });
  });

  it('tells if the running user may not change the contact’s user', () => {
    const user = known(inactiveUser);
    expect(decide({ user })).toMatchObject({ forbidden: undefined });
    expect(decide({ user, org: { ...readyOrg, runningUser: mayNothing } })).toMatchObject({
      forbidden: { code: 'permissionMissing' }
    });
  });
});
