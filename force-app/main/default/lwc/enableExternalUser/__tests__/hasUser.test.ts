import { getRecord } from 'lightning/uiRecordApi';
import {
  contactRecord,
  newUserData,
  newUserNode,
  noAccess,
  noUsersOfAccount,
  ofQuery,
  organizationNode,
  queryData
} from '../../../../../test/jest/answers.ts';
import { settled } from '../../../../../test/jest/screen.ts';
import { answerOfOrg, org } from '../../../../../test/jest/testOrg.ts';
import { testWire } from '../../../../../test/jest/wires.ts';
import { open, nextLookUpFinds, openReady, startAnew, update } from '../../../../../test/jest/openedAction.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });

startAnew();

describe('a contact that has a user', () => {
  const inactiveNode = { ...newUserNode, IsActive: { value: false } };

  it.each([
    ['active', newUserData, 'Amélie Dubois has an active user', 'Deactivate User'],
    [
      'inactive',
      queryData({ User: [inactiveNode], Organization: [organizationNode] }),
      'Amélie Dubois can’t log in',
      'Reactivate User'
    ]
  ])(
    'shows that %s user instead of the way to one, and what can be done with it',
    async (_how, user, headline, change) => {
      const { element, screen } = await openReady({ user });
      expect(screen.find('h3')[0]?.textContent).toBe(headline);
      expect(screen.find('c-external-user-path')).toEqual([]);
      expect(screen.hasButton('Create User')).toBe(false);
      expect(screen.text()).toContain('amelie.dubois@northwind.example');
      expect(screen.hasButton(change)).toBe(true);
      await expect(element).toBeAccessible();
    }
  );

  it.each([
    ['of a contact with a user', { user: newUserData }, 'Enable External User'],
    ['of one without', {}, 'Enable Amélie Dubois as an external user']
  ])('has a title that doesn’t contradict the screen: %s', async (_whose, answers, title) => {
    const { screen } = await openReady(answers);
    expect(screen.find('lightning-quick-action-panel')).toMatchObject([{ header: title }]);
  });

  it('is read anew after a change, and the new status is shown', async () => {
    const { element, screen } = await openReady({ user: newUserData });
    await screen.press('Deactivate User');
    expect(update).not.toHaveBeenCalled();
    nextLookUpFinds(queryData({ User: [inactiveNode], Organization: [organizationNode] }));
    await screen.press('Deactivate');
    expect(update).toHaveBeenCalledWith({ fields: { Id: '00500001000000IAAQ', IsActive: false } });
    expect(screen.hasButton('Reactivate User')).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('stays on screen where neither the change nor the reading after it is answered', async () => {
    const { element, screen } = await openReady({ user: newUserData });
    update.mockRejectedValue({ status: 0, statusText: '', body: undefined });
    org.refresh.mockImplementationOnce(() => {
      org.emitErrors([noAccess], ofQuery('ExternalUserOfContact'));
      return Promise.resolve();
    });
    await screen.press('Deactivate User');
    await screen.press('Deactivate');
    expect(screen.find('h3')[0]?.textContent).toBe('Amélie Dubois has an active user');
    expect(screen.text()).toContain('We don’t know whether Amélie Dubois was changed.');
    await expect(element).toBeAccessible();
  });

  it('does not block where this person cannot see users', async () => {
    const { screen } = open();
    await settled();
    testWire(getRecord).emit(contactRecord());
    org.emitErrors([noAccess], ofQuery('ExternalUserOfContact'));
    await answerOfOrg({});
    // The form waits for the profile that it is to suggest.
    expect(screen.role('status')[0]).toBe('Checking…');
    org.emit(noUsersOfAccount, ofQuery('ExternalUsersOfAccount'));
    await settled();
    expect(screen.button('Create User').disabled).toBe(false);
  });
});
