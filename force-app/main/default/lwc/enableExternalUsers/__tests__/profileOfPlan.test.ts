import { known } from 'c/externalUserRules';
import { externallyOwnedNode, licenseResults, queryData, settingsData } from '../../../../../test/jest/answers.ts';
import { account, customerLicense, customerProfile, partnerProfile } from '../../../../../test/jest/facts.ts';
import { ofQuery } from '../../../../../test/jest/answers.ts';
import { settled } from '../../../../../test/jest/screen.ts';
import { create, org } from '../../../../../test/jest/testOrg.ts';
import {
  accountNode,
  answer,
  contactId,
  contactNode,
  open,
  openReady,
  rowIn,
  rowOf,
  startAnew,
  tabsOf
} from '../../../../../test/jest/openedScreen.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });

startAnew();

/** An org whose customer license has this number of seats left. */
function withSeats(left: number) {
  const license = known({ ...customerLicense, total: known(20), used: known(20 - left) });
  return { licenses: licenseResults({ ...customerProfile, license }, partnerProfile) };
}

const onlyCustomers = { profiles: queryData({ Profile: [] }) };

describe('the profile', () => {
  it('is preset to the only choice where the settings name no profile', async () => {
    const { screen } = await openReady(2, { settings: settingsData() });
    // The only customer profile that isn’t Salesforce’s own.
    expect(screen.field('Profile')).toHaveProperty('value', customerProfile.id);
  });

  it('belongs to a kind, and a contact of an account that is no partner account is blocked as a partner', async () => {
    const shown = open([contactId(1), contactId(2)]);
    const noPartner = { Account: { ...accountNode, IsPartner: { value: false } } };
    await answer({ contacts: [contactNode(1), contactNode(2, noPartner)] });
    await shown.screen.choose('Partner');
    expect(tabsOf(shown)).toBe('Ready 1 · Blocked 1');
    expect(await rowIn(shown, 'Blocked', 2)).toContain(`${account.name} is`);
    expect(shown.screen.find(`a[href="/lightning/r/Account/${account.id}/view"]`)).toHaveLength(1);
  });

  it('warns of a contact whose external owner keeps the account from becoming a partner account', async () => {
    const shown = open([contactId(1)]);
    await answer({ contacts: [contactNode(1, { Account: { ...accountNode, IsPartner: { value: false } } })] });
    org.emit(queryData({ Contact: [externallyOwnedNode] }), ofQuery('ExternallyOwnedContacts'));
    await settled();
    expect(rowOf(shown, 1)).not.toContain('Lars Berg');
    await shown.screen.choose('Partner');
    expect(await rowIn(shown, 'Blocked', 1)).toContain(`Min-jun Kim owns Lars Berg, so Salesforce makes no partner`);
    expect(shown.screen.find('a[href="/lightning/r/Contact/003000010000044AAA/view"]')).toHaveLength(1);
    await expect(shown.element).toBeAccessible();
  });

  it('has enough seats, or says how many are missing and selects the first ones', async () => {
    const { element, screen } = await openReady(5, withSeats(3));
    expect(screen.text()).toContain('Customer Community · 3 of 20 seats free');
    expect(screen.role('status')).toContain('Selected: 5. 2 seats short.');
    expect(screen.button('Create 5 Users').disabled).toBe(true);
    org.emit(
      queryData({ User: [{ Id: '005000010000008AAA', LastLoginDate: { value: '2020-01-01T00:00:00.000Z' } }] }),
      ofQuery('ExternalUserSeatHolders')
    );
    await settled();
    expect(screen.text()).toContain('1 seat could be freed: its user hasn’t logged in for 90 days.');
    await expect(element).toBeAccessible();
    await screen.press('Select the first 3');
    expect(screen.button('Create 3 Users').disabled).toBe(false);
    expect(screen.text()).not.toMatch(/short|could be freed/);
  });

  it('without a seat is told once, and hides of no row what else is in its way', async () => {
    const contacts = [contactNode(1), contactNode(2), contactNode(3, { Email: { value: null } })];
    const { screen } = await openReady(3, { ...withSeats(0), contacts });
    expect(tabsOf({ screen })).toBe('Ready 2 · Blocked 1');
    expect(screen.role('status')).toContain('Selected: 2. 2 seats short.');
    expect(screen.button('Create 2 Users').disabled).toBe(true);
    expect(screen.hasButton('Select the first 0')).toBe(false);
  });

  it('is missing in an org that has none for external users', async () => {
    const { screen } = await openReady(1, onlyCustomers);
    expect(screen.button('Create 1 User').disabled).toBe(true);
    expect(create).not.toHaveBeenCalled();
  });
});
