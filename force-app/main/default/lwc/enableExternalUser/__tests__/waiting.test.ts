import { createElement } from 'lwc';
import EnableExternalUser from 'c/enableExternalUser';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import {
  bothProfilesData,
  contactRecord,
  liveSiteData,
  noUserData,
  noUsersOfAccount,
  ofQuery,
  settingsData
} from '../../../../../test/jest/answers.ts';
import { readyContact } from '../../../../../test/jest/facts.ts';
import { settled } from '../../../../../test/jest/screen.ts';
import { org } from '../../../../../test/jest/testOrg.ts';
import { testWire } from '../../../../../test/jest/wires.ts';
import { answer, open, startAnew } from '../../../../../test/jest/openedAction.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });
jest.mock('@salesforce/userPermission/ManageNetworks', () => ({ __esModule: true, default: true }), { virtual: true });

const checking = 'Checking…';
const withoutAccount = contactRecord({ AccountId: null, Account: null });

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
