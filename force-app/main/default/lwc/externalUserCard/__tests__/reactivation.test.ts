import { getRecord } from 'lightning/uiRecordApi';
import { accountRecord, contactRecord, ownerRecord } from '../../../../../test/jest/answers.ts';
import { settled } from '../../../../../test/jest/screen.ts';
import { org, startEachTest } from '../../../../../test/jest/testOrg.ts';
import { testWire } from '../../../../../test/jest/wires.ts';
import { ofUser, inactiveUserData, placeWithUser, placeInactive } from './placedCard.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });

startEachTest();

describe('the card of an inactive user', () => {
  const withoutRole = { ...ownerRecord.fields, UserRoleId: { displayValue: null, value: null } };
  it.each([
    ['the owner of the account has no role', { Owner: { ...ownerRecord, fields: withoutRole } }, 'has no role'],
    [
      'the owner of the account is inactive',
      {
        Owner: { ...ownerRecord, fields: { ...ownerRecord.fields, IsActive: { displayValue: null, value: false } } }
      },
      'is inactive'
    ]
  ])('doesn’t offer to reactivate a user if %s', async (_what, changes, words) => {
    const { element, screen } = await placeInactive(contactRecord({ Account: accountRecord(changes) }));
    expect(screen.button('Reactivate User').disabled).toBe(true);
    expect(screen.text()).toContain(words);
    await expect(element).toBeAccessible();
  });

  it('doesn’t offer to reactivate the user of a contact without an account', async () => {
    const { screen } = await placeInactive(contactRecord({ AccountId: null, Account: null }));
    expect(screen.button('Reactivate User').disabled).toBe(true);
    expect(screen.text()).toContain('Amélie Dubois has no account');
  });

  it('offers to reactivate a user with account, owner and seat', async () => {
    const { screen } = await placeInactive(contactRecord());
    expect(screen.button('Reactivate User').disabled).toBe(false);
  });

  it('requests account and owner only for an inactive user that may be changed', async () => {
    const isAsked = () => testWire(getRecord).getLastConfig()?.['recordId'] !== undefined;
    await placeWithUser();
    expect(isAsked()).toBe(false);
    org.emit(inactiveUserData, ofUser);
    await settled();
    expect(isAsked()).toBe(true);
  });
});
