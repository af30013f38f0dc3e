import { defaultSettings, findChoiceFindings, known, unknown, type Choices } from 'c/externalUserRules';
import {
  customerLicense,
  customerProfile,
  loginLicense,
  namesFree,
  owner,
  readyContact,
  readyDraft,
  readyOrg
} from '../../../../../test/jest/facts.ts';

const choice: Choices = { draft: readyDraft, contact: readyContact, org: readyOrg, names: namesFree };
const partner = { ...readyDraft, kind: 'partner' } as const;

function checksOf(changes: Partial<Choices>) {
  return findChoiceFindings({ ...choice, ...changes }).map(({ check }) => check);
}

describe('findChoiceFindings', () => {
  it('gives a finding for each choice that can be checked', () => {
    expect(checksOf({})).toEqual(['membership', 'username', 'nickname']);
  });

  it.each([
    ['no profile is chosen', { draft: { ...readyDraft, profileId: '' } }, ['username', 'nickname']],
    [
      'the profile is known by its ID only',
      { draft: { ...readyDraft, profileId: '00e000010000099AAA' } },
      ['username', 'nickname']
    ],
    ['the username is empty', { draft: { ...readyDraft, username: ' ' } }, ['membership', 'nickname']],
    ['the username is still incomplete', { draft: { ...readyDraft, username: 'amelie@' } }, ['membership', 'nickname']],
    ['the nickname is empty', { draft: { ...readyDraft, nickname: ' ' } }, ['membership', 'username']]
  ] as const)('leaves a check out if %s', (_while, changes, checks) => {
    expect(checksOf(changes)).toEqual(checks);
  });

  it.each([
    [
      'an account that cannot be read',
      { ...readyContact, account: unknown('noAccess'), isPartnerAccount: known(false) }
    ],
    ['a contact without account', { ...readyContact, account: known(null), isPartnerAccount: known(false) }]
  ] as const)('finds nothing against a partner user of %s', (_what, contact) => {
    expect(checksOf({ draft: partner, contact })).toEqual(checksOf({}));
  });

  it('can’t tell for a partner user whether the account is a partner account, if the org has no such field', () => {
    const contact = { ...readyContact, isPartnerAccount: unknown('notInOrg') } as const;
    expect(findChoiceFindings({ ...choice, draft: partner, contact })).toContainEqual(
      expect.objectContaining({ check: 'partner', code: 'partnerAccountsOff', status: 'unknown', fix: null })
    );
  });

  it('warns of an external owner for a partner user, and not for a customer user', () => {
    const external = known({ ...owner, userType: known('PowerPartner') });
    const contact = { ...readyContact, owner: external, isPartnerAccount: known(false) };
    const found = findChoiceFindings({ ...choice, draft: partner, contact }).find(({ check }) => check === 'owner');
    expect(found).toMatchObject({ code: 'ownerExternal', status: 'warning' });
    expect(checksOf({ contact })).not.toContain('owner');
  });

  it.each([
    ['is suggested', readyContact.email?.toLowerCase() ?? '', ['usernameFromEmail']],
    ['was typed instead', 'somebody@northwind.example', []]
  ])('says that a username is the email where it %s', (_where, username, codes) => {
    const contact = { ...readyContact, firstName: '由紀', lastName: '山田' };
    const org = { ...readyOrg, settings: known({ ...defaultSettings, usernamePattern: '{first}@acme.example' }) };
    const found = findChoiceFindings({ ...choice, draft: { ...readyDraft, username }, contact, org });
    expect(found.filter(({ check }) => check === 'usernameForm').map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    ['exactly one seat is free', known({ ...customerLicense, used: known(19) })],
    ['the seats of a license that counts log-ins are hidden', known(loginLicense)],
    ['the license is hidden', unknown('noAccess')],
    ['the license is not read yet', unknown('pending')],
    ['its count is hidden', known({ ...customerLicense, used: unknown('noAccess') })]
  ] as const)('finds nothing against a profile if %s', (_while, license) => {
    const org = { ...readyOrg, profiles: known([{ ...customerProfile, license }]) };
    expect(checksOf({ org })).toEqual(checksOf({}));
  });

  it.each([
    ['sites', 'membership', { org: { ...readyOrg, sites: unknown('pending') } }],
    ['settings', 'membership', { org: { ...readyOrg, settings: unknown('pending') } }],
    ['nicknames', 'nickname', { names: { ...namesFree, nicknames: unknown('pending') } }]
  ] as const)('waits for %s', (_what, check, changes) => {
    const found = findChoiceFindings({ ...choice, ...changes }).filter(({ status }) => status === 'pending');
    expect(found.map((finding) => finding.check)).toEqual([check]);
  });
});
