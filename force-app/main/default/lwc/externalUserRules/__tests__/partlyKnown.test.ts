import {
  explainFailure,
  findChoiceFindings,
  findPrerequisites,
  findReactivationFindings,
  isUnclear,
  known,
  offersOf,
  toFoundHolder,
  unknown,
  wordsOfProblem,
  type Finding,
  type OrgFacts
} from 'c/externalUserRules';
import {
  customerProfile,
  fullLicense,
  liveSite,
  owner,
  partnerProfile,
  readyContact,
  readyDraft,
  readyOrg,
  siteUnderConstruction
} from '../../../../../test/jest/facts.ts';

function findingOf(check: Finding['check'], changes: Partial<OrgFacts>): Finding | undefined {
  const org = { ...readyOrg, ...changes };
  return findPrerequisites({ contact: readyContact, user: known(null), org }).find((found) => found.check === check);
}

const full = { ...customerProfile, license: known(fullLicense) };

it.each([
  ['waits while one license of several is still to come', unknown('pending'), 'pending'],
  ['says nothing where one license of several can’t be read', unknown('noAccess'), 'seatsHidden'],
  [
    'says nothing where the seats of one license can’t be read',
    known({ ...fullLicense, used: unknown('noAccess') }),
    'seatsHidden'
  ],
  ['blocks where all licenses are known to be full', known(fullLicense), 'seatsTaken']
] as const)('The check of seats %s.', (_title, license, code) => {
  expect(findingOf('seats', { profiles: known([full, { ...partnerProfile, license }]) })?.code).toBe(code);
});

it('Only live sites are named as those that send no welcome email.', () => {
  const sites = known([{ ...liveSite, sendsWelcomeEmail: known(false) }, siteUnderConstruction]);
  expect(findingOf('mail', { sites })).toMatchObject({ code: 'mailOff', words: ['Acme Help'] });
});

it.each([
  ['no site is live', [siteUnderConstruction], 'siteNotLive'],
  ['there is no site', [], 'siteMissing']
])('The check of sites alone says that nothing welcomes a new user, where %s.', (_title, sites, code) => {
  expect(findingOf('mail', { sites: known(sites) })).toBeUndefined();
  expect(findingOf('site', { sites: known(sites) })).toMatchObject({ code, status: 'warning' });
});

it('Nothing is said of the welcome email where one live site of several can’t be read.', () => {
  const off = { ...liveSite, sendsWelcomeEmail: known(false) };
  const unread = { ...liveSite, sendsWelcomeEmail: unknown('noAccess') };
  expect(findingOf('mail', { sites: known([off, unread]) })?.code).toBe('mailHidden');
});

it.each([
  ['a blank before the end', 'REQUIRED_FIELD_MISSING:Fill in:LastName --', 'Fill in'],
  ['no blank before the end', 'REQUIRED_FIELD_MISSING:Fill in:--', 'Fill in'],
  ['something before the code', 'row 1, REQUIRED_FIELD_MISSING:Fill in:LastName --', ''],
  ['something after the end', 'REQUIRED_FIELD_MISSING:Fill in:LastName -- more', '']
])('An error of a row is read from a text with %s.', (_title, text, message) => {
  expect(explainFailure(text).message).toBe(message);
});

it('An error whose list of fields starts with no text is about no field.', () => {
  const body = [{ errorCode: 'INVALID_FIELD', message: 'No.', fields: [7, 'LastName'] }];
  expect(explainFailure({ status: 400, body }).field).toBeNull();
});

it('An error of the browser without a message has its name as details.', () => {
  expect(explainFailure({ name: 'AbortError' }).details).toBe('AbortError: ');
});

it('A user may be there after a timeout, whatever the org says, and after a look-up without an answer.', () => {
  const body = [{ errorCode: 'DUPLICATE_USERNAME', message: 'Duplicate Username.' }];
  expect(isUnclear(explainFailure({ status: 408, body }))).toBe(true);
  expect(isUnclear({ code: 'lookUpFailed', field: null, message: '', details: '', status: null })).toBe(true);
});

it.each([
  ['an inactive user', { isActive: false, contactId: null, userType: 'Standard' }, 'inactiveUser'],
  ['a user of a contact', { isActive: true, contactId: readyContact.id, userType: 'CspLitePortal' }, 'externalUser'],
  ['a user of the org', { isActive: true, contactId: null, userType: 'Standard' }, 'internalUser'],
  [
    'an external user without a contact',
    { isActive: true, contactId: null, userType: 'PowerPartner' },
    'contactlessUser'
  ],
  ['a user whose type can’t be read', { isActive: true, contactId: null, userType: null }, 'hidden']
] as const)('A name held by %s is told apart.', (_title, holder, kind) => {
  expect(toFoundHolder({ name: 'amelie.dubois', ...holder }).kind).toBe(kind);
});

it.each([
  ['a limit', { field: 'alias', code: 'tooLong', limit: 8 }, ['8']],
  ['a character and its place', { field: 'username', code: 'usernameCharacter', character: 'é', place: 3 }, ['é', '3']],
  ['nothing', { field: 'email', code: 'required' }, []]
] as const)('The sentence of a problem names %s.', (_title, problem, words) => {
  expect(wordsOfProblem(problem)).toEqual(words);
});

it.each([
  ['an external owner of another account', 'PowerPartner', known(false), 'ownerExternal'],
  ['an internal owner of another account', 'Standard', known(false), 'ownerReady'],
  ['an external owner of an account that may be a partner account', 'PowerPartner', unknown('noAccess'), 'ownerReady']
] as const)(
  'An owner is a warning only if the account can’t become a partner account: %s',
  (_what, userType, is, code) => {
    const contact = { ...readyContact, owner: known({ ...owner, userType: known(userType) }), isPartnerAccount: is };
    const found = findPrerequisites({ contact, user: known(null), org: readyOrg }).find(
      ({ check }) => check === 'owner'
    );
    expect(found?.code).toBe(code);
  }
);

it('A partner becomes active again with a remark about an external owner, a customer without one.', () => {
  const contact = {
    ...readyContact,
    owner: known({ ...owner, userType: known('PowerPartner') }),
    isPartnerAccount: known(false)
  };
  const remarks = (profileId: string) =>
    findReactivationFindings(contact, { profileId }, readyOrg).remarks.map(({ status }) => status);
  expect(remarks(partnerProfile.id)).toEqual(['warning']);
  expect(remarks(customerProfile.id)).toEqual([]);
});

it('A partner becomes active again with a remark about an owner who can’t be read.', () => {
  const contact = { ...readyContact, owner: unknown('noAccess') };
  const { remarks } = findReactivationFindings(contact, { profileId: partnerProfile.id }, readyOrg);
  expect(remarks.map(({ status }) => status)).toEqual(['unknown']);
});

it('Only blockers about permission and seats come from the profile of a user who becomes active again.', () => {
  const org = { ...readyOrg, profiles: known([partnerProfile, full]) };
  const codes = findReactivationFindings(readyContact, { profileId: full.id }, org).blockers.map(({ code }) => code);
  expect(codes).toEqual(['seatsTaken']);
  const contact = { ...readyContact, isPartnerAccount: known(false) };
  expect(findReactivationFindings(contact, { profileId: partnerProfile.id }, org).blockers).toEqual([]);
});

it('Owners of contacts are not asked about where it can’t be read whether the account is a partner account.', () => {
  const contact = {
    ...readyContact,
    isPartnerAccount: unknown('noAccess'),
    externallyOwned: unknown('noAccess')
  } as const;
  const found = findPrerequisites({ contact, user: known(null), org: readyOrg });
  expect(found.filter(({ check }) => check === 'contactOwners')).toEqual([]);
});

it.each([
  ['nothing to do has no offer', { fix: null, record: null, words: [] }, 0],
  ['one way has one', { fix: 'editContact', record: null, words: [] }, 1]
] as const)('A finding with %s.', (_what, found, count) => {
  expect(offersOf(found)).toEqual(count === 0 ? [] : [found]);
});

it('Each of several pages of Setup is an offer without words of its own.', () => {
  const draft = { ...readyDraft, profileId: customerProfile.id };
  const org = { ...readyOrg, profiles: known([{ ...customerProfile, isStandard: true }]) };
  const names = { usernames: known(new Map()), nicknames: known(new Map()) };
  const [found] = findChoiceFindings({ draft, contact: readyContact, org, names }).filter(
    ({ check }) => check === 'standardProfile'
  );
  expect(found?.otherFixes).toEqual([{ fix: 'setUpExperiences', record: null, words: [] }]);
});
