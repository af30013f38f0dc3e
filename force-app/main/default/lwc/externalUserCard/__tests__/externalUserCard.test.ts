import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { getRecord, getRecords, updateRecord } from 'lightning/uiRecordApi';
import {
  fieldUndefined,
  licenseResults,
  liveSiteData,
  newUserData,
  noAccess,
  noUserData,
  queryData,
  record,
  settingsData
} from '../../../../../test/jest/answers.ts';
import { customerProfile } from '../../../../../test/jest/facts.ts';
import { settled } from '../../../../../test/jest/screen.ts';
import { org, startEachTest } from '../../../../../test/jest/testOrg.ts';
import { testWire } from '../../../../../test/jest/wires.ts';
import { ofUser, ofSettings, ofSites, inactiveUserData, loading, place, placeWithUser } from './placedCard.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });

startEachTest();

describe('the card of an external user', () => {
  it('shows that it is reading and no wrong state', async () => {
    const { element, screen } = await place();
    expect(screen.text()).toContain(loading);
    await expect(element).toBeAccessible();
  });

  it('shows the user, the license and the sites of a contact with a user', async () => {
    const { element, screen } = await placeWithUser();
    expect(screen.text()).toContain('Amélie Dubois has an active user');
    expect(screen.text()).toContain('amelie.dubois@northwind.example');
    expect(screen.text()).toContain('Acme Customer · Customer Community · 17 of 20 seats free');
    expect(screen.text()).toContain('localhost/acmehelp/login');
    expect(screen.hasButton('Deactivate User')).toBe(true);
    await expect(element).toBeAccessible();
  });

  it.each([
    [
      'the license',
      () => {
        org.emit(liveSiteData, ofSites);
        org.emit(settingsData(), ofSettings);
      }
    ],
    [
      'the sites',
      () => {
        org.emit(settingsData(), ofSettings);
        testWire(getRecords).emit(licenseResults(customerProfile));
      }
    ]
  ])('waits for %s', async (_what, answerOther) => {
    const { screen } = await place();
    org.emit(newUserData, ofUser);
    await settled();
    answerOther();
    await settled();
    expect(screen.text()).toContain(loading);
  });

  it.each([
    [404, 'NOT_FOUND', 'This contact can’t be found. It was deleted'],
    [500, 'UNKNOWN_EXCEPTION', 'Salesforce didn’t answer about this contact']
  ])(
    'says of a contact that is not there what is known, and claims no missing user: %s',
    async (status, errorCode, says) => {
      const { element, screen } = await place();
      testWire(getRecord).emitError({ status, body: [{ errorCode, message: 'x' }] });
      org.emit(noUserData, ofUser);
      await settled();
      expect(screen.text()).toContain(says);
      expect(screen.text()).not.toContain('No external user yet');
      await expect(element).toBeAccessible();
    }
  );

  it('sends no request again after an answer', async () => {
    await place();
    org.emit(newUserData, ofUser);
    await settled();
    const asked = () => [org.requests().find(ofSites), testWire(getRecords).getLastConfig()];
    const [sites, licenses] = asked();
    org.emit(liveSiteData, ofSites);
    testWire(getRecords).emit(licenseResults(customerProfile));
    await settled();
    expect(asked()[0]).toBe(sites);
    expect(asked()[1]).toBe(licenses);
  });

  it('requests sites and license only for a contact with a user', async () => {
    const { screen } = await place();
    org.emit(noUserData, ofUser);
    await settled();
    expect(org.requests().filter(ofSites)).toEqual([]);
    expect(testWire(getRecords).getLastConfig()?.['records']).toBeUndefined();
    expect(screen.text()).not.toContain(loading);
  });

  it.each([
    [
      'has no user',
      () => {
        org.emit(noUserData, ofUser);
      },
      'No external user yet. To create one, choose Enable External User'
    ],
    [
      'is hidden',
      () => {
        org.emitErrors([noAccess], ofUser);
      },
      'We can’t see whether Amélie Dubois has an external user.'
    ],
    [
      'is in an org without sites',
      () => {
        org.emitErrors([fieldUndefined], ofUser);
      },
      'We can’t see whether Amélie Dubois has an external user.'
    ]
  ])('explains in a sentence that the contact %s', async (_what, answer, words) => {
    const { element, screen } = await place();
    answer();
    await settled();
    expect(screen.text()).toContain(words);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['without sites', { showSites: false }, 'acmehelp'],
    ['without actions', { showActions: false }, 'Deactivate User']
  ])('is configured %s', async (_what, changes, words) => {
    const { screen } = await placeWithUser(changes);
    expect(screen.text()).not.toContain(words);
  });

  it.each([
    ['its own', { cardTitle: 'Portal' }, 'Portal'],
    ['the usual one', {}, 'External User']
  ])('has %s title', async (_what, changes, title) => {
    const { screen } = await place(changes);
    expect(screen.find('lightning-card')).toMatchObject([{ title }]);
  });

  it('shows the changed user after a change', async () => {
    jest.mocked(updateRecord).mockResolvedValue(record('User', '00500001000000IAAQ', {}));
    org.refresh.mockImplementationOnce(() => {
      org.emit(inactiveUserData, ofUser);
      return Promise.resolve();
    });
    const { screen } = await placeWithUser();
    await screen.press('Deactivate User');
    await screen.press('Deactivate');
    expect(screen.text()).toContain('Amélie Dubois can’t log in');
    expect(screen.hasButton('Reactivate User')).toBe(true);
  });

  it('asks in place, and Cancel gives the focus back', async () => {
    const { element, screen } = await placeWithUser();
    await screen.press('Deactivate User');
    expect(screen.focused()?.textContent).toBe('Deactivate Amélie Dubois?');
    await expect(element).toBeAccessible();
    const focus = jest.spyOn(HTMLElement.prototype, 'focus');
    await screen.press('Cancel');
    expect(screen.text()).not.toContain('Deactivate Amélie Dubois?');
    expect(focus.mock.contexts.at(-1)).toMatchObject({ label: 'Deactivate User' });
  });

  it('says where the user can log in, and since when, for a person who can’t see sites', async () => {
    const { element, screen } = await place();
    org.emit(newUserData, ofUser);
    await settled();
    org.emit(queryData({ Network: [] }), ofSites);
    const profile = { Profile__c: customerProfile.name, Site__c: 'Acme Help', Sends_Welcome_Email__c: true };
    const read = { Login_Url__c: 'https://acme.my.site.com/acmehelp/login', Read_On__c: '2026-11-30' };
    org.emit(settingsData([], [{ ...profile, ...read }]), ofSettings);
    testWire(getRecords).emit(licenseResults(customerProfile));
    await settled();
    expect(screen.text()).toContain('Amélie Dubois can log in to Acme Help');
    expect(screen.text()).toContain('acme.my.site.com/acmehelp/login');
    expect(screen.text()).toMatch(/As of .*2026/u);
    await expect(element).toBeAccessible();
  });

  it('keeps the user if neither the change nor the reading after it is answered', async () => {
    jest.mocked(updateRecord).mockRejectedValue({ status: 0, statusText: '', body: undefined });
    org.refresh.mockImplementationOnce(() => {
      org.emitErrors([noAccess], ofUser);
      return Promise.resolve();
    });
    const { screen } = await placeWithUser();
    await screen.press('Deactivate User');
    await screen.press('Deactivate');
    expect(screen.text()).toContain('We don’t know whether Amélie Dubois was changed.');
  });

  it('forgets the user of a contact when the page shows another one', async () => {
    jest.mocked(updateRecord).mockRejectedValue({ status: 0, statusText: '', body: undefined });
    const { element, screen } = await placeWithUser();
    await screen.press('Deactivate User');
    await screen.press('Deactivate');
    Object.assign(element, { recordId: '003000010000002AAA' });
    org.emitErrors([noAccess], ofUser);
    await settled();
    expect(screen.text()).not.toContain('amelie.dubois@northwind.example');
  });

  it('reads again when the page is refreshed, until it is removed', async () => {
    const { element } = await placeWithUser();
    const [, refresh] = jest.mocked(registerRefreshHandler).mock.calls[0] ?? [];
    await expect(refresh?.()).resolves.toBe(true);
    expect(org.refresh).toHaveBeenCalledTimes(1);
    element.remove();
    expect(unregisterRefreshHandler).toHaveBeenCalledTimes(1);
  });
});
