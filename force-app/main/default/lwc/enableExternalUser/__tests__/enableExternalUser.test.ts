import { createElement } from 'lwc';
import EnableExternalUser from 'c/enableExternalUser';
import { graphql } from 'lightning/graphql';
import { getObjectInfo, getPicklistValues } from 'lightning/uiObjectInfoApi';
import {
  createRecord,
  getRecord,
  getRecords,
  notifyRecordUpdateAvailable,
  updateRecord,
  type RecordRepresentation
} from 'lightning/uiRecordApi';
import { known } from 'c/externalUserRules';
import {
  accountRecord,
  bothProfilesData,
  contactRecord,
  fieldUndefined,
  licenseResults,
  liveSiteData,
  newUserData,
  noAccess,
  noUserData,
  ofQuery,
  ownerRecord,
  picklist,
  profilesData,
  queryData,
  record,
  siteNode,
  userObjectInfo
} from '../../../../../test/jest/answers.ts';
import {
  account,
  customerProfile,
  fullLicense,
  partnerProfile,
  readyContact,
  siteUnderConstruction
} from '../../../../../test/jest/facts.ts';
import type { graphql as TestGraphql } from '../../../../../test/jest/lightning/graphql.ts';
import { navigate } from '../../../../../test/jest/lightning/navigation.ts';
import { screenOf, settled, type Screen } from '../../../../../test/jest/screen.ts';
import { testWire } from '../../../../../test/jest/wires.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });

const org = graphql as unknown as typeof TestGraphql;
const create = jest.mocked(createRecord);
const update = jest.mocked(updateRecord);
const notify = jest.mocked(notifyRecordUpdateAvailable);

const userRecord = record('User', '00500001000000IAAQ', { Username: 'amelie.dubois@northwind.example' });
const withoutAccount = contactRecord({ AccountId: null, Account: null });
const notAPartner = contactRecord({ Account: accountRecord({ IsPartner: false }) });

const created = 'Amélie Dubois is an external user now';
const creating = 'Creating the user…';
const loading = 'Reading the contact and the org…';

interface Answers {
  readonly contact?: RecordRepresentation;
  readonly user?: unknown;
  readonly profiles?: unknown;
  readonly licenses?: unknown;
  readonly sites?: unknown;
}

interface Shown {
  readonly element: HTMLElement;
  readonly screen: Screen;
}

/** The action as the platform opens it: `recordId` comes after it was connected. */
function open(): Shown {
  const element = createElement('c-enable-external-user', { is: EnableExternalUser });
  document.body.appendChild(element);
  element.recordId = readyContact.id;
  return { element, screen: screenOf(element) };
}

/** The org's answers to what the first screen asks; by default nothing stands in the way. */
async function answer({ contact, user, profiles, licenses, sites }: Answers = {}): Promise<void> {
  await settled();
  testWire(getRecord).emit(contact ?? contactRecord());
  org.emit(user ?? noUserData, ofQuery('ExternalUserOfContact'));
  org.emit(profiles ?? bothProfilesData, ofQuery('ExternalUserProfiles'));
  org.emit(sites ?? liveSiteData, ofQuery('ExternalUserSites'));
  await settled();
  testWire(getRecords).emit(licenses ?? licenseResults(customerProfile, partnerProfile));
  await settled();
}

async function openReady(answers?: Answers): Promise<Shown> {
  const shown = open();
  await answer(answers);
  return shown;
}

async function openDetails(answers?: Answers): Promise<Shown> {
  const shown = await openReady(answers);
  await shown.screen.press('Next');
  testWire(getObjectInfo).emit(userObjectInfo);
  const picklists = { TimeZoneSidKey: 'Europe/Stockholm', LocaleSidKey: 'sv_SE', LanguageLocaleKey: 'en_US' };
  for (const [field, value] of Object.entries(picklists)) {
    testWire(getPicklistValues).emit(
      picklist([`Label of ${value}`, value]),
      ({ fieldApiName }) => fieldApiName === `User.${field}`
    );
  }
  await settled();
  return shown;
}

/** What the org shows when the contact's user is asked for anew. */
function nextLookUpFinds(data: unknown): void {
  org.refresh.mockImplementationOnce(() => {
    org.emit(data, ofQuery('ExternalUserOfContact'));
    return Promise.resolve();
  });
}

function refusal(errorCode: string, message: string, field: string | null = null) {
  const error = { errorCode, message, field };
  const output =
    field === null ? { errors: [error], fieldErrors: {} } : { errors: [], fieldErrors: { [field]: [error] } };
  return { ok: false, status: 400, statusText: 'Bad Request', body: { statusCode: 400, message: '', output } };
}

const lostAnswer = new TypeError('Failed to fetch');

function usersSent(): readonly Readonly<Record<string, unknown>>[] {
  return create.mock.calls.map(([{ fields }]) => fields);
}

beforeEach(() => {
  jest.clearAllMocks();
  create.mockReset().mockResolvedValue(userRecord);
  update.mockReset().mockResolvedValue(accountRecord());
  org.refresh.mockReset().mockResolvedValue();
});

afterEach(() => {
  document.body.replaceChildren();
});

describe('while the org answers', () => {
  it('asks nothing about the contact before it knows which one', async () => {
    document.body.appendChild(createElement('c-enable-external-user', { is: EnableExternalUser }));
    await settled();
    expect(org.requests().filter(ofQuery('ExternalUserOfContact'))).toEqual([]);
  });

  it('asks for everything that the first screen needs at once', async () => {
    open();
    await settled();
    expect(testWire(getRecord).getLastConfig()).toMatchObject({ recordId: readyContact.id });
    for (const name of ['ExternalUserOfContact', 'ExternalUserProfiles', 'ExternalUserSites']) {
      expect(org.requests().filter(ofQuery(name))).toHaveLength(1);
    }
    expect(org.requests().find(ofQuery('ExternalUserOfContact'))?.variables).toEqual({ contactId: readyContact.id });
  });

  it('says so, and cannot go on', async () => {
    const { element, screen } = open();
    await settled();
    expect(screen.role('status')).toEqual([loading]);
    expect(screen.button('Next').disabled).toBe(true);
    expect(screen.button('Close').disabled).toBe(false);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['the contact', 'ExternalUserOfContact', 'ExternalUserProfiles', 'ExternalUserSites'],
    ['the sites', 'ExternalUserOfContact', 'ExternalUserProfiles', undefined],
    ['the profiles', 'ExternalUserOfContact', 'ExternalUserSites', undefined],
    ['the user', 'ExternalUserProfiles', 'ExternalUserSites', undefined]
  ])('waits for %s', async (missing, ...answered) => {
    const { screen } = open();
    await settled();
    if (missing !== 'the contact') {
      testWire(getRecord).emit(contactRecord());
    }
    const data = {
      ExternalUserOfContact: noUserData,
      ExternalUserProfiles: bothProfilesData,
      ExternalUserSites: liveSiteData
    };
    for (const [name, answerOf] of Object.entries(data)) {
      org.emit(answerOf, (request) => answered.includes(name) && ofQuery(name)(request));
    }
    await settled();
    expect(screen.role('status')).toEqual([loading]);
    expect(screen.button('Next').disabled).toBe(true);
  });

  it('does not wait for the licences', async () => {
    const { screen } = open();
    await settled();
    testWire(getRecord).emit(contactRecord());
    org.emit(noUserData, ofQuery('ExternalUserOfContact'));
    org.emit(bothProfilesData, ofQuery('ExternalUserProfiles'));
    org.emit(liveSiteData, ofQuery('ExternalUserSites'));
    await settled();
    expect(screen.text()).not.toContain('License seats');
    expect(screen.button('Next').disabled).toBe(false);
  });
});

describe('the prerequisites', () => {
  it('are all met, and one can go on', async () => {
    const { element, screen } = await openReady();
    expect(screen.text()).toContain('Step 1 of 4: Prerequisites');
    expect(screen.role('status')).toEqual(['Nothing stands in the way.']);
    expect(screen.text()).toContain('Seats are free: Customer Community, Partner Community.');
    expect(screen.button('Next').disabled).toBe(false);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['a user exists', { user: newUserData }, 'is an external user already, with the username', 'Open User'],
    ['the contact has no account', { contact: withoutAccount }, 'Amélie Dubois has no account', 'Edit Contact'],
    [
      'the owner has no role',
      {
        contact: contactRecord({
          Account: accountRecord({
            Owner: record('User', ownerRecord.id, { Name: 'Freja Lindqvist', IsActive: true, UserRoleId: null })
          })
        })
      },
      'Freja Lindqvist owns Northwind Ångström AB but has no role',
      'Open User'
    ],
    [
      'the owner is inactive',
      {
        contact: contactRecord({
          Account: accountRecord({
            Owner: record('User', ownerRecord.id, { Name: 'Freja Lindqvist', IsActive: false })
          })
        })
      },
      'Freja Lindqvist owns Northwind Ångström AB but is inactive',
      'Open Account'
    ]
  ])('block while %s, and lead to where it is fixed', async (_what, answers, sentence, fix) => {
    const { element, screen } = await openReady(answers);
    expect(screen.role('status')).toEqual(['One thing stands in the way. Clear it to go on.']);
    expect(screen.text()).toContain(sentence);
    expect(screen.button('Next').disabled).toBe(true);
    await screen.press(fix);
    expect(navigate).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });

  it('block where every seat is taken', async () => {
    const full = { ...customerProfile, license: known(fullLicense) };
    const { screen } = await openReady({ profiles: profilesData(full), licenses: licenseResults(full) });
    expect(screen.text()).toContain('No seat is free: Customer Community.');
    expect(screen.button('Next').disabled).toBe(true);
  });

  it('count what stands in the way', async () => {
    const { screen } = await openReady({ user: newUserData, contact: withoutAccount });
    expect(screen.role('status')).toEqual(['2 things stand in the way. Clear them to go on.']);
  });

  it('warn of a site that is not live, without blocking', async () => {
    const { screen } = await openReady({ sites: queryData({ Network: [siteNode(siteUnderConstruction)] }) });
    expect(screen.text()).toContain('No site is live: Acme Beta.');
    expect(screen.button('Next').disabled).toBe(false);
  });

  it('say what cannot be read, and neither block nor pass it', async () => {
    const { element, screen } = open();
    await settled();
    testWire(getRecord).emit(contactRecord({ AccountId: undefined, Account: undefined }));
    org.emitErrors([noAccess], ofQuery('ExternalUserOfContact'));
    org.emitErrors([noAccess], ofQuery('ExternalUserProfiles'));
    org.emitErrors([fieldUndefined], ofQuery('ExternalUserSites'));
    await settled();
    for (const sentence of [
      'Whether this contact has a user already can’t be read here.',
      'You can’t read the account of Amélie Dubois.',
      'You can’t read profiles',
      'Sites can’t be read in this org.'
    ]) {
      expect(screen.text()).toContain('Unknown');
      expect(screen.text()).toContain(sentence);
    }
    expect(screen.button('Next').disabled).toBe(false);
    await expect(element).toBeAccessible();
  });

  it('cannot be checked for a contact that cannot be read', async () => {
    const { element, screen } = open();
    await settled();
    testWire(getRecord).emitError({
      status: 404,
      statusText: 'Not Found',
      body: [{ errorCode: 'NOT_FOUND', message: 'x' }]
    });
    await settled();
    expect(screen.role('alert')).toEqual(['This contact can’t be read. It was deleted, or you can’t see it.']);
    expect(screen.button('Next').disabled).toBe(true);
    await expect(element).toBeAccessible();
    await screen.press('Check Again');
    expect(notify).toHaveBeenCalledWith([{ recordId: readyContact.id }]);
  });

  it('are asked for again, past the cache', async () => {
    const { screen } = await openReady();
    await screen.press('Check Again');
    const ids = [readyContact.id, account.id, ownerRecord.id, customerProfile.id, partnerProfile.id];
    expect(notify).toHaveBeenCalledWith(ids.map((recordId) => ({ recordId })));
    expect(org.refresh).toHaveBeenCalledTimes(3);
  });

  it('close the action', async () => {
    const { element, screen } = await openReady();
    const closed = jest.fn();
    element.addEventListener('lightning__actionsclosescreen', closed);
    await screen.press('Close');
    expect(closed).toHaveBeenCalledTimes(1);
  });
});

describe('the details', () => {
  it('open with the focus on their heading, and what contact and org give', async () => {
    const { element, screen } = await openDetails();
    expect(screen.focused()?.textContent).toBe('Step 2 of 4: Details');
    const values = [
      'Username',
      'Email',
      'First Name',
      'Last Name',
      'Alias',
      'Nickname',
      'Time Zone',
      'Locale',
      'Profile'
    ];
    expect(values.map((label) => screen.field(label).value)).toEqual([
      'amelie.dubois@northwind.example',
      'Amelie.Dubois@northwind.example',
      'Amélie',
      'Dubois',
      'adubo',
      'Amelie.Dubois',
      'Europe/Stockholm',
      'sv_SE',
      customerProfile.id
    ]);
    await expect(element).toBeAccessible();
  });

  it('keep what was typed when one goes back and forth', async () => {
    const { screen } = await openDetails();
    await screen.fillIn('Nickname', 'amelie.d');
    await screen.press('Back');
    expect(screen.text()).toContain('Step 1 of 4');
    await screen.press('Next');
    expect(screen.field('Nickname').value).toBe('amelie.d');
  });

  it('are not sent with problems: these are shown, and the first gets the focus', async () => {
    const { element, screen } = await openDetails();
    await screen.fillIn('Last Name', '');
    await screen.fillIn('Alias', 'adubois-northwind');
    expect(screen.text()).not.toContain('Complete this field.');
    await screen.press('Create User');
    expect(create).not.toHaveBeenCalled();
    expect(screen.role('status')).toEqual(['2 fields need attention.']);
    expect(screen.text()).toContain('Last Name Complete this field.');
    expect(screen.text()).toContain('Alias Use at most 8 characters.');
    expect(screen.focused()).toBe(screen.field('Last Name'));
    await expect(element).toBeAccessible();
  });

  it('show the problem of a field that is left, and take it back once it is mended', async () => {
    const { screen } = await openDetails();
    await screen.fillIn('Username', 'amelie');
    await screen.leave('Username');
    expect(screen.role('status')).toEqual(['One field needs attention.']);
    expect(screen.text()).toContain('Enter the username in the form of an email address');
    await screen.fillIn('Username', 'amelie@portal.example');
    expect(screen.role('status')).toEqual(['']);
    expect(screen.field('Username').getAttribute('aria-invalid')).toBe('false');
  });

  it('offer the profiles of the chosen kind, and forget the one of the other', async () => {
    const { element, screen } = await openDetails();
    expect(screen.text()).toContain('Acme Customer · Customer Community: 17 of 20 seats free');
    await screen.choose('Partner');
    expect(screen.text()).toContain('Acme Partner · Partner Community: 4 of 5 seats free');
    expect(screen.text()).not.toContain('Acme Customer ·');
    expect(screen.field('Profile').value).toBe('');
    await expect(element).toBeAccessible();
  });

  it('ask for the profile’s ID where profiles are hidden', async () => {
    const { element, screen } = open();
    await settled();
    testWire(getRecord).emit(contactRecord());
    org.emit(noUserData, ofQuery('ExternalUserOfContact'));
    org.emitErrors([noAccess], ofQuery('ExternalUserProfiles'));
    org.emit(liveSiteData, ofQuery('ExternalUserSites'));
    await settled();
    await screen.press('Next');
    expect(screen.hasField('Profile')).toBe(false);
    await screen.fillIn('Profile ID', 'Acme Customer');
    await screen.press('Create User');
    expect(screen.text()).toContain('Enter the ID of a profile: 15 or 18 characters that begin with 00e.');
    expect(screen.focused()).toBe(screen.field('Profile ID'));
    await expect(element).toBeAccessible();
    await screen.fillIn('Profile ID', '00e000010000008');
    await screen.press('Create User');
    expect(usersSent()).toMatchObject([{ ProfileId: '00e000010000008' }]);
  });
});

describe('a partner user of an account that is not a partner account', () => {
  async function openPartner(): Promise<Shown> {
    const shown = await openDetails({ contact: notAPartner });
    await shown.screen.choose('Partner');
    await shown.screen.fillIn('Profile', partnerProfile.id);
    return shown;
  }

  it('is not created', async () => {
    const { element, screen } = await openPartner();
    await screen.press('Create User');
    expect(create).not.toHaveBeenCalled();
    expect(screen.text()).toContain('Northwind Ångström AB is not a partner account.');
    await expect(element).toBeAccessible();
  });

  it('is created once the account is enabled on the way', async () => {
    const { element, screen } = await openPartner();
    const toasts: unknown[] = [];
    element.addEventListener('lightning__showtoast', (event) => toasts.push((event as CustomEvent).detail));
    await screen.press('Enable as Partner Account');
    expect(update).toHaveBeenCalledWith({ fields: { Id: account.id, IsPartner: true } });
    expect(notify).toHaveBeenCalledWith([{ recordId: account.id }, { recordId: readyContact.id }]);
    expect(toasts).toMatchObject([{ message: 'Northwind Ångström AB is a partner account now.', variant: 'success' }]);

    testWire(getRecord).emit(contactRecord());
    await settled();
    expect(screen.hasButton('Enable as Partner Account')).toBe(false);
    await screen.press('Create User');
    expect(usersSent()).toMatchObject([{ ProfileId: partnerProfile.id }]);
  });

  it('cannot be created while the account is being enabled', async () => {
    let finish = (_account: RecordRepresentation): void => undefined;
    update.mockReturnValue(new Promise((resolve) => (finish = resolve)));
    const { screen } = await openPartner();
    await screen.press('Enable as Partner Account');
    expect(screen.button('Create User').disabled).toBe(true);
    expect(screen.role('status')).toContain('Enabling the partner account…');
    finish(accountRecord());
    await settled();
    expect(screen.button('Create User').disabled).toBe(false);
  });

  it('stays blocked when the org refuses to enable the account, and says why', async () => {
    update.mockRejectedValue(refusal('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id'));
    const { element, screen } = await openPartner();
    await screen.press('Enable as Partner Account');
    const [alert] = screen.role('alert');
    expect(alert).toContain('The account was not changed.');
    expect(alert).toContain('Salesforce says: insufficient access rights on object id');
    expect(alert).not.toContain('user');
    expect(screen.hasButton('Enable as Partner Account')).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('can have its account enabled from the prerequisites too', async () => {
    const { screen } = await openReady({ contact: notAPartner });
    await screen.press('Enable as Partner Account');
    expect(update).toHaveBeenCalledTimes(1);
  });
});

describe('creating', () => {
  it('sends the draft as fields of User, and says that it is under way', async () => {
    create.mockReturnValue(new Promise(() => undefined));
    const { element, screen } = await openDetails();
    await screen.press('Create User');
    expect(screen.text()).toContain('Step 3 of 4: Create');
    expect(screen.role('status')).toEqual([creating]);
    expect(screen.hasButton('Create User')).toBe(false);
    expect(usersSent()).toMatchObject([
      { ContactId: readyContact.id, ProfileId: customerProfile.id, Username: 'amelie.dubois@northwind.example' }
    ]);
    await expect(element).toBeAccessible();
  });

  it('happens once, however fast one clicks', async () => {
    const { screen } = await openDetails();
    const button = screen.button('Create User');
    button.click();
    button.click();
    await settled();
    button.click();
    await settled();
    expect(create).toHaveBeenCalledTimes(1);
  });

  it('ends with what the org has, told to the page around', async () => {
    nextLookUpFinds(newUserData);
    const { element, screen } = await openDetails();
    const refreshed = jest.fn();
    element.addEventListener('lightning__refresh', refreshed);
    await screen.press('Create User');
    expect(screen.focused()?.textContent).toBe('Step 4 of 4: Done');
    expect(screen.text()).toContain(created);
    expect(screen.text()).toContain('Username amelie.dubois@northwind.example');
    expect(refreshed).toHaveBeenCalledTimes(1);
    expect(notify).toHaveBeenCalledWith([{ recordId: readyContact.id }, { recordId: customerProfile.id }]);
    await expect(element).toBeAccessible();
  });

  it('ends with a way to the user, and out', async () => {
    nextLookUpFinds(newUserData);
    const { element, screen } = await openDetails();
    const closed = jest.fn();
    element.addEventListener('lightning__actionsclosescreen', closed);
    await screen.press('Create User');
    await screen.press('Open User');
    expect(navigate).toHaveBeenCalledWith({
      type: 'standard__recordPage',
      attributes: { recordId: '00500001000000IAAQ', objectApiName: 'User', actionName: 'view' }
    });
    await screen.press('Done');
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('says so when the org accepted the user but will not show it', async () => {
    const { element, screen } = await openDetails();
    await screen.press('Create User');
    expect(screen.text()).toContain('Salesforce accepted the user, but the new record can’t be read back here.');
    expect(screen.hasButton('Open User')).toBe(false);
    await expect(element).toBeAccessible();
  });

  it('takes the next nickname where one is taken, without asking', async () => {
    create.mockRejectedValueOnce(refusal('DUPLICATE_COMM_NICKNAME', 'Duplicate Nickname.'));
    nextLookUpFinds(newUserData);
    const { screen } = await openDetails();
    await screen.press('Create User');
    expect(usersSent().map(({ CommunityNickname }) => CommunityNickname)).toEqual(['Amelie.Dubois', 'Amelie.Dubois1']);
    expect(screen.text()).toContain(created);
  });
});

describe('a refusal', () => {
  const taken = refusal('DUPLICATE_USERNAME', 'Duplicate Username.<br>The username already exists.', 'Username');
  const noRole = refusal('UNKNOWN_EXCEPTION', 'portal account owner must have a role');

  it('of one field is shown at that field, which has the focus', async () => {
    create.mockRejectedValueOnce(taken);
    const { element, screen } = await openDetails();
    await screen.press('Create User');
    expect(screen.text()).toContain('Step 2 of 4: Details');
    expect(screen.role('alert')[0]).toContain('Salesforce says: Duplicate Username. The username already exists.');
    expect(screen.focused()).toBe(screen.field('Username'));
    expect(screen.field('Username').getAttribute('aria-invalid')).toBe('true');
    expect(screen.text()).toContain('Username This username is taken, here or in another Salesforce org.');
    await expect(element).toBeAccessible();
  });

  it('goes when its field is changed, and not when another one is', async () => {
    create.mockRejectedValueOnce(taken);
    const { screen } = await openDetails();
    await screen.press('Create User');
    await screen.fillIn('Nickname', 'amelie.d');
    expect(screen.role('alert')).toHaveLength(1);
    await screen.fillIn('Username', 'amelie@portal.example');
    expect(screen.role('alert')).toHaveLength(0);
    expect(screen.field('Username').getAttribute('aria-invalid')).toBe('false');
    nextLookUpFinds(newUserData);
    await screen.press('Create User');
    expect(screen.text()).toContain(created);
    expect(usersSent()).toMatchObject([{}, { Username: 'amelie@portal.example', CommunityNickname: 'amelie.d' }]);
  });

  it('of no field is told above the form, with the focus on the heading', async () => {
    create.mockRejectedValueOnce(noRole);
    const { element, screen } = await openDetails();
    await screen.press('Create User');
    const [alert] = screen.role('alert');
    expect(alert).toContain('The owner of the contact’s account has no role. Give the owner a role, then try again.');
    expect(alert).toContain('Salesforce says: portal account owner must have a role');
    expect(alert).toContain('Technical details');
    expect(screen.focused()?.textContent).toBe('Step 2 of 4: Details');
    await expect(element).toBeAccessible();
  });

  it('keeps what was typed', async () => {
    create.mockRejectedValueOnce(noRole);
    const { screen } = await openDetails();
    await screen.fillIn('Nickname', 'amelie.d');
    await screen.press('Create User');
    expect(screen.field('Nickname').value).toBe('amelie.d');
  });

  it('goes when one goes back', async () => {
    create.mockRejectedValueOnce(noRole);
    const { screen } = await openDetails();
    await screen.press('Create User');
    await screen.press('Back');
    expect(screen.role('alert')).toHaveLength(0);
  });
});

describe('an answer that is lost', () => {
  const unresolved = 'Whether a user was created is not known, since the look-up failed too.';

  it('on its way back ends in the outcome, and nothing is sent twice', async () => {
    create.mockRejectedValueOnce(lostAnswer);
    nextLookUpFinds(newUserData);
    const { element, screen } = await openDetails();
    await screen.press('Create User');
    expect(screen.text()).toContain(created);
    expect(screen.text()).toContain('No second one was created.');
    expect(create).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });

  it('on its way out is told, and can be sent again', async () => {
    create.mockRejectedValueOnce(lostAnswer);
    const { element, screen } = await openDetails();
    await screen.press('Create User');
    const [alert] = screen.role('alert');
    expect(alert).toContain('No answer came from Salesforce.');
    expect(alert).toContain('No user was created for this contact: that was looked up afterwards.');
    await expect(element).toBeAccessible();
    nextLookUpFinds(newUserData);
    await screen.press('Create User');
    expect(screen.text()).toContain(created);
    expect(screen.text()).not.toContain('No second one was created.');
  });

  it('stays open when the look-up fails too, and the next try looks first', async () => {
    create.mockRejectedValueOnce(lostAnswer);
    org.refresh.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const { element, screen } = await openDetails();
    await screen.press('Create User');
    expect(screen.role('alert')[0]).toContain(unresolved);
    await expect(element).toBeAccessible();
    nextLookUpFinds(newUserData);
    await screen.press('Create User');
    expect(screen.text()).toContain(created);
    expect(create).toHaveBeenCalledTimes(1);
  });

  it('stays open past changed fields and a way back', async () => {
    create.mockRejectedValueOnce(lostAnswer);
    org.refresh.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const { screen } = await openDetails();
    await screen.press('Create User');
    await screen.press('Back');
    await screen.press('Next');
    await screen.fillIn('Username', 'amelie@portal.example');
    nextLookUpFinds(newUserData);
    await screen.press('Create User');
    expect(create).toHaveBeenCalledTimes(1);
    expect(screen.text()).toContain(created);
  });

  it('is a server error too', async () => {
    create.mockRejectedValueOnce({ ok: false, status: 503, statusText: 'Service Unavailable', body: '<html></html>' });
    nextLookUpFinds(newUserData);
    const { screen } = await openDetails();
    await screen.press('Create User');
    expect(screen.text()).toContain(created);
    expect(create).toHaveBeenCalledTimes(1);
  });
});
