import { createElement } from 'lwc';
import EnableExternalUser from 'c/enableExternalUser';
import type { PageReference } from 'lightning/navigation';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { known } from 'c/externalUserRules';
import {
  accountRecord,
  bothProfilesData,
  contactRecord,
  fieldUndefined,
  licenseResults,
  liveSiteData,
  noAccess,
  noUserData,
  noUsersOfAccount,
  ofQuery,
  ownerRecord,
  profilesData,
  queryData,
  record,
  settingsData,
  siteNode
} from '../../../../../test/jest/answers.ts';
import {
  account,
  customerProfile,
  fullLicense,
  partnerProfile,
  readyContact,
  siteUnderConstruction
} from '../../../../../test/jest/facts.ts';
import { navigate } from '../../../../../test/jest/lightning/navigation.ts';
import { settled } from '../../../../../test/jest/screen.ts';
import { org } from '../../../../../test/jest/testOrg.ts';
import { testWire } from '../../../../../test/jest/wires.ts';
import { answer, notify, open, openReady, startAnew } from '../../../../../test/jest/openedAction.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });
jest.mock('@salesforce/userPermission/ManageNetworks', () => ({ __esModule: true, default: true }), { virtual: true });

const checking = 'Checking…';
const withoutAccount = contactRecord({ AccountId: null, Account: null });

const ownerPage = pageOf(ownerRecord.id, 'User', 'view');
const accountPage = pageOf(account.id, 'Account', 'view');
const contactEditPage = pageOf(readyContact.id, 'Contact', 'edit');

function pageOf(recordId: string, objectApiName: string, actionName: string): PageReference {
  return { type: 'standard__recordPage', attributes: { recordId, objectApiName, actionName } };
}

const gone =
  'This contact can’t be found. It was deleted, merged into another contact, or you can’t see it. Restore it from the Recycle Bin or ask an admin for access, then check again.';
const unanswered = 'Salesforce didn’t answer about this contact. Check again in a moment.';

startAnew();

/** Waits until a frame was drawn, and for what follows it. */
async function nextFrame(): Promise<void> {
  await new Promise((resolve) => {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- waits for the frame itself
    requestAnimationFrame(() => {
      // eslint-disable-next-line @lwc/lwc/no-async-operation -- no pause: the task after the frame
      setTimeout(resolve);
    });
  });
  await settled();
}

/** Asked about one contact. */
const OF_CONTACT = ['ExternalUserOfContact', 'ExternalUsersOfAccount'] as const;

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
    for (const name of [...OF_CONTACT, 'ExternalUserProfiles', 'ExternalUserSites']) {
      expect(org.requests().filter(ofQuery(name))).toHaveLength(1);
    }
    expect(org.requests().find(ofQuery('ExternalUserOfContact'))?.variables).toEqual({ contactId: readyContact.id });
  });

  it('says that it is checking, and cannot go on', async () => {
    const { element, screen } = open();
    await settled();
    expect(screen.role('status')[0]).toBe(checking);
    expect(screen.hasButton('Create User')).toBe(false);
    expect(screen.button('Close').disabled).toBe(false);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['the contact', ...OF_CONTACT, 'ExternalUserProfiles', 'ExternalUserSites'],
    ['the sites', ...OF_CONTACT, 'ExternalUserProfiles'],
    ['the profiles', ...OF_CONTACT, 'ExternalUserSites'],
    ['the user', 'ExternalUsersOfAccount', 'ExternalUserProfiles', 'ExternalUserSites'],
    ['the users of the account', 'ExternalUserOfContact', 'ExternalUserProfiles', 'ExternalUserSites']
  ])('waits for %s', async (missing, ...answered) => {
    const { screen } = open();
    await settled();
    if (missing !== 'the contact') {
      testWire(getRecord).emit(contactRecord());
    }
    const data = {
      ExternalUserOfContact: noUserData,
      ExternalUsersOfAccount: noUsersOfAccount,
      ExternalUserProfiles: bothProfilesData,
      ExternalUserSites: liveSiteData
    };
    for (const [name, answerOf] of Object.entries(data)) {
      org.emit(answerOf, (request) => answered.includes(name) && ofQuery(name)(request));
    }
    await settled();
    expect(screen.role('status')[0]).toBe(checking);
    expect(screen.hasButton('Create User')).toBe(false);
  });

  it('makes the form after the first frame, empty and for nobody to use', async () => {
    const { element, screen } = open();
    await settled();
    expect(screen.find('c-external-user-details')).toEqual([]);
    await nextFrame();
    const [form] = screen.find('.form');
    expect(form?.hasAttribute('inert')).toBe(true);
    expect(form?.classList.contains('prepared')).toBe(true);
    expect(screen.hasButton('Create User')).toBe(false);
    expect(testWire(getObjectInfo).getLastConfig()).toEqual({ objectApiName: undefined });
    await answer();
    expect(screen.find('.form')).toEqual([form]);
    expect(form?.hasAttribute('inert')).toBe(false);
    expect(form?.classList.contains('prepared')).toBe(false);
    expect(screen.field('Username').value).toBe('amelie.dubois@northwind.example');
    await expect(element).toBeAccessible();
  });

  it('removes that form where something is in the way', async () => {
    const { screen } = open();
    await settled();
    await nextFrame();
    await answer({ contact: withoutAccount });
    expect(screen.role('status')[0]).toContain('Not yet');
    expect(screen.find('.form')).toEqual([]);
  });

  it('does not wait for the licenses', async () => {
    const { screen } = open();
    await settled();
    testWire(getRecord).emit(contactRecord());
    org.emit(noUserData, ofQuery('ExternalUserOfContact'));
    org.emit(noUsersOfAccount, ofQuery('ExternalUsersOfAccount'));
    org.emit(bothProfilesData, ofQuery('ExternalUserProfiles'));
    org.emit(liveSiteData, ofQuery('ExternalUserSites'));
    await settled();
    org.emit(settingsData(), ofQuery('ExternalUserSettings'));
    await settled();
    expect(screen.role('status')[0]).toBe(checking);
    expect(screen.button('Create User').disabled).toBe(false);
  });
});

describe('the checks', () => {
  it('all pass, so the form opens by itself', async () => {
    const { element, screen } = await openReady();
    expect(screen.role('status')[0]).toBe('Ready All 11 checks passed. Show checks');
    expect(screen.button('Create User').disabled).toBe(false);
    expect(screen.find('[aria-current]')[0]?.textContent).toBe('Details');
    await expect(element).toBeAccessible();
  });

  it.each(['Check', 'Show checks'])('are shown by %s, and the form again by Next', async (button) => {
    const { element, screen } = await openReady();
    await screen.press(button);
    expect(screen.focused()?.textContent).toBe('Ready');
    expect(screen.text()).toContain('Seats are free: Customer Community, Partner Community.');
    expect(screen.hasButton('Create User')).toBe(false);
    await expect(element).toBeAccessible();
    await screen.press('Next');
    expect(screen.hasButton('Create User')).toBe(true);
  });

  it.each([
    [
      'the contact has no account',
      { contact: withoutAccount },
      'Amélie Dubois has no account',
      'Edit Contact',
      contactEditPage
    ],
    [
      'the owner has no role',
      {
        contact: contactRecord({
          Account: accountRecord({
            Owner: record('User', ownerRecord.id, { Name: 'Freja Lindqvist', IsActive: true, UserRoleId: null })
          })
        })
      },
      'The account owner has no role. Freja Lindqvist owns Northwind Ångström AB.',
      'Give Freja Lindqvist a role',
      ownerPage
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
      'The account owner is inactive. Freja Lindqvist owns Northwind Ångström AB.',
      'Change the owner',
      accountPage
    ]
  ])('block while %s, and link to the page that fixes it', async (_what, answers, sentence, fix, page) => {
    const { element, screen } = await openReady(answers);
    expect(screen.role('status')[0]).toBe(
      'Not yet: 1 thing to fix Fix it and come back to this tab. The checks run again by themselves.'
    );
    expect(screen.text()).toContain(sentence);
    expect(screen.hasButton('Create User')).toBe(false);
    await screen.press(fix);
    expect(navigate.mock.calls).toEqual([[page]]);
    await expect(element).toBeAccessible();
  });

  it('block where every seat is taken', async () => {
    const full = { ...customerProfile, license: known(fullLicense) };
    const { screen } = await openReady({ profiles: profilesData(full), licenses: licenseResults(full) });
    expect(screen.text()).toContain('No seat is free: Customer Community.');
    expect(screen.hasButton('Create User')).toBe(false);
  });

  it('count the blocked checks', async () => {
    const { screen } = await openReady({
      contact: withoutAccount,
      profiles: profilesData(customerProfile),
      licenses: licenseResults({ ...customerProfile, license: known(fullLicense) })
    });
    expect(screen.role('status')[0]).toContain('Not yet: 2 things to fix');
  });

  it('warn of a site that is not live, without blocking', async () => {
    const { screen } = await openReady({ sites: queryData({ Network: [siteNode(siteUnderConstruction)] }) });
    expect(screen.text()).toContain('No site is live: Acme Beta.');
    expect(screen.role('status')[0]).toContain('You can go on, but read this first: ');
    expect(screen.button('Create User').disabled).toBe(false);
  });

  it('name what cannot be read, which doesn’t block; a hidden account is read first', async () => {
    const { element, screen } = open();
    await settled();
    testWire(getRecord).emit(contactRecord({ AccountId: undefined, Account: undefined }));
    org.emitErrors([noAccess], ofQuery('ExternalUserOfContact'));
    org.emitErrors([noAccess], ofQuery('ExternalUsersOfAccount'));
    org.emitErrors([noAccess], ofQuery('ExternalUserProfiles'));
    org.emitErrors([fieldUndefined], ofQuery('ExternalUserSites'));
    await settled();
    expect(screen.role('status')[0]).toBe(checking);
    org.emitErrors([noAccess], ofQuery('ExternalUserSettings'));
    org.emitErrors([noAccess], ofQuery('ExternalUsersByProfile'));
    await settled();
    expect(screen.role('status')[0]).toMatch(/read this first: 1 \d checks passed, \d we can’t see from here\./);
    await screen.press('Show checks');
    for (const sentence of [
      'We can’t see whether this contact has a user.',
      'We can’t see the account of Amélie Dubois.',
      'You can’t see profiles.',
      'We can’t see the sites of this org.'
    ]) {
      expect(screen.text()).toContain('Unknown');
      expect(screen.text()).toContain(sentence);
    }
    expect(screen.button('Next').disabled).toBe(false);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['was deleted or is hidden, as UI API says it', 404, 'NOT_FOUND', gone],
    ['was deleted, as REST says it', 404, 'ENTITY_IS_DELETED', gone],
    ['gets no usable answer', 500, 'UNKNOWN_EXCEPTION', unanswered]
  ])('cannot be checked for a contact that %s', async (_what, status, errorCode, sentence) => {
    const { element, screen } = open();
    await settled();
    testWire(getRecord).emitError({ status, statusText: '', body: [{ errorCode, message: 'x' }] });
    await settled();
    expect(screen.role('alert')).toEqual([sentence]);
    expect(screen.hasButton('Create User')).toBe(false);
    await expect(element).toBeAccessible();
    await screen.press('Check Again');
    expect(notify).toHaveBeenCalledWith([{ recordId: readyContact.id }]);
  });

  it('are asked for again, past the cache', async () => {
    const { screen } = await openReady();
    await screen.press('Check');
    await screen.press('Check Again');
    const ids = [readyContact.id, account.id, ownerRecord.id, customerProfile.id, partnerProfile.id];
    expect(notify.mock.calls.flat(2)).toEqual(ids.map((recordId) => ({ recordId })));
    expect(org.refresh).toHaveBeenCalledTimes(4);
  });

  it('close the action', async () => {
    const { element, screen } = await openReady();
    const closed = jest.fn();
    element.addEventListener('lightning__actionsclosescreen', closed);
    await screen.press('Cancel');
    expect(closed).toHaveBeenCalledTimes(1);
  });
});

describe('coming back to the tab', () => {
  const later = (milliseconds: number): void => {
    jest.spyOn(Date, 'now').mockReturnValue(new Date('2026-01-01').getTime() + milliseconds);
  };

  beforeEach(() => {
    later(0);
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  async function comeBack(): Promise<void> {
    window.dispatchEvent(new CustomEvent('focus'));
    document.dispatchEvent(new CustomEvent('visibilitychange'));
    await settled();
  }

  it('checks again, and the form opens when nothing is in the way any more', async () => {
    const { screen } = await openReady({ contact: withoutAccount });
    later(5000);
    await comeBack();
    expect(notify).toHaveBeenCalledTimes(2);
    testWire(getRecord).emit(contactRecord());
    await settled();
    expect(screen.hasButton('Create User')).toBe(true);
  });

  it('checks only once in a while', async () => {
    await openReady({ contact: withoutAccount });
    later(1000);
    await comeBack();
    expect(notify).not.toHaveBeenCalled();
  });

  it('leaves a person alone who has typed', async () => {
    const { screen } = await openReady();
    await screen.fillIn('Username', 'amelie@else.example');
    later(5000);
    await comeBack();
    expect(notify).not.toHaveBeenCalled();
  });

  it('does nothing once the action is closed', async () => {
    const { element } = await openReady({ contact: withoutAccount });
    element.remove();
    later(5000);
    await comeBack();
    expect(notify).not.toHaveBeenCalled();
  });
});
