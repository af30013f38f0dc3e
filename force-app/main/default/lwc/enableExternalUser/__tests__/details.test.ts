import { getRecord, type RecordRepresentation } from 'lightning/uiRecordApi';
import {
  accountRecord,
  contactRecord,
  externallyOwnedNode,
  liveSiteData,
  noAccess,
  noUserData,
  noUsersOfAccount,
  ofQuery,
  queryData,
  settingsData
} from '../../../../../test/jest/answers.ts';
import { account, customerProfile, partnerProfile, readyContact } from '../../../../../test/jest/facts.ts';
import { settled, unfold } from '../../../../../test/jest/screen.ts';
import { create, org, refusal, usersSent } from '../../../../../test/jest/testOrg.ts';
import { testWire } from '../../../../../test/jest/wires.ts';
import { type Shown, notify, open, openDetails, startAnew, update } from '../../../../../test/jest/openedAction.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });

const notAPartner = contactRecord({ Account: accountRecord({ IsPartner: false }) });

const noSite = queryData({ Network: [] });

function readOn(Sends_Welcome_Email__c: boolean): unknown {
  const site = { Site__c: 'Acme Help', Login_Url__c: 'https://acme.example/help', Read_On__c: '2026-11-29' };
  return settingsData([], [{ Profile__c: customerProfile.name, ...site, Sends_Welcome_Email__c }]);
}

startAnew();

describe('the details', () => {
  it('open by themselves, with what contact and org give', async () => {
    const { element, screen } = await openDetails();
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

  it('keep what was typed when a person goes back and forth', async () => {
    const { screen } = await openDetails();
    await screen.fillIn('Nickname', 'amelie.d');
    await screen.press('Check');
    expect(screen.hasButton('Create User')).toBe(false);
    await screen.press('Next');
    await unfold(screen);
    expect(screen.field('Nickname').value).toBe('amelie.d');
  });

  it('name a nickname that was changed when they are folded again, with what is known of it', async () => {
    const { screen } = await openDetails();
    await screen.fillIn('Nickname', 'amelie.d');
    await screen.press('Check');
    await screen.press('Next');
    expect(screen.hasField('Nickname')).toBe(false);
    expect(screen.text()).toContain('Nickname amelie.d');
  });

  it.each([
    ['of a site that the profile may use or not', {}, 'If the profile may use Acme Help, a welcome email goes out.'],
    ['of sites that can’t be seen', { sites: noSite }, 'We can’t see whether a welcome email goes out.'],
    [
      'that the settings deny',
      { sites: noSite, settings: readOn(false) },
      /^No welcome email goes out\. As of .*2026\.$/
    ],
    [
      'that the settings promise',
      { sites: noSite, settings: readOn(true) },
      /^Acme Help is set to send a welcome email\. As of .*2026\.$/
    ]
  ])('say in the footer what becomes of the mail %s', async (_which, answers, sentence) => {
    const { screen } = await openDetails(answers);
    expect(screen.role('status')).toContainEqual(expect.stringMatching(sentence));
  });

  it('say nothing of mail in the footer until a profile is chosen', async () => {
    const { screen } = await openDetails();
    await screen.choose('Partner');
    await screen.fillIn('Profile', '');
    expect(screen.text()).not.toMatch(/welcome email/);
  });

  it('get the same facts at each keystroke, so that only what is typed is rendered', async () => {
    const { screen } = await openDetails();
    const factsShown = (): unknown => Reflect.get(screen.find('c-external-user-details')[0] ?? {}, 'org');
    const before = factsShown();
    await screen.fillIn('Nickname', 'amelie.d');
    expect(factsShown()).toBe(before);
    expect(before).toBeDefined();
  });

  it('are not sent with problems: these are shown, and the first gets the focus', async () => {
    const { element, screen } = await openDetails();
    await screen.fillIn('Last Name', '');
    await screen.fillIn('Alias', 'adubois-northwind');
    expect(screen.text()).not.toContain('Complete this field.');
    await screen.press('Create User');
    expect(create).not.toHaveBeenCalled();
    expect(screen.role('status')).toContain('Fields that need attention: Alias, Last Name.');
    expect(screen.text()).toContain('Last Name Complete this field.');
    expect(screen.text()).toContain('Alias Use at most 8 characters.');
    expect(screen.focused()).toBe(screen.field('Last Name'));
    await expect(element).toBeAccessible();
  });

  it('show the problem of a field after it is left, and remove it once it is corrected', async () => {
    const { screen } = await openDetails();
    await screen.fillIn('Username', 'amelie');
    await screen.leave('Username');
    expect(screen.role('status')).toContain('Fields that need attention: Username.');
    expect(screen.text()).toContain('Enter the username in the form of an email address');
    await screen.fillIn('Username', 'amelie@portal.example');
    expect(screen.text()).not.toContain('Fields that need attention');
    expect(screen.field('Username').getAttribute('aria-invalid')).toBe('false');
  });

  it('offer the profiles of the chosen kind, and preset the only one', async () => {
    const { element, screen } = await openDetails();
    expect(screen.text()).toContain('Customer Community · 17 of 20 seats free');
    await screen.choose('Partner');
    expect(screen.text()).toContain('Partner Community · 4 of 5 seats free');
    expect(screen.text()).not.toContain('Acme Customer');
    expect(screen.field('Profile').value).toBe(partnerProfile.id);
    await expect(element).toBeAccessible();
  });

  it('ask for the profile’s ID where profiles are hidden', async () => {
    const { element, screen } = open();
    await settled();
    testWire(getRecord).emit(contactRecord());
    org.emit(noUserData, ofQuery('ExternalUserOfContact'));
    org.emit(noUsersOfAccount, ofQuery('ExternalUsersOfAccount'));
    org.emitErrors([noAccess], ofQuery('ExternalUserProfiles'));
    org.emit(liveSiteData, ofQuery('ExternalUserSites'));
    await settled();
    org.emit(settingsData(), ofQuery('ExternalUserSettings'));
    org.emitErrors([noAccess], ofQuery('ExternalUsersByProfile'));
    await settled();
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

  it('is warned of a contact whose external owner keeps the account from becoming one', async () => {
    const { element, screen } = await openPartner();
    org.emit(queryData({ Contact: [externallyOwnedNode] }), ofQuery('ExternallyOwnedContacts'));
    await settled();
    expect(screen.text()).toContain('Min-jun Kim owns Lars Berg, so Salesforce makes no partner account of Northwind');
    expect(screen.link('Change the owner').getAttribute('href')).toBe('/lightning/r/Contact/003000010000044AAA/view');
    await expect(element).toBeAccessible();
    await screen.choose('Customer');
    expect(screen.text()).not.toContain('Lars Berg');
  });

  it('is told that the owners of the account’s contacts can’t be read', async () => {
    const { screen } = await openPartner();
    org.emitErrors([noAccess], ofQuery('ExternallyOwnedContacts'));
    await settled();
    expect(screen.text()).toContain('We can’t see who owns the contacts of Northwind Ångström AB.');
  });

  it('is created once the account is enabled on the way', async () => {
    const { element, screen } = await openPartner();
    const toasts: unknown[] = [];
    element.addEventListener('lightning__showtoast', (event) => toasts.push((event as CustomEvent).detail));
    await screen.press('Enable as Partner Account');
    expect(update).not.toHaveBeenCalled();
    expect(screen.focused()?.textContent).toBe('Enable Northwind Ångström AB as a partner account?');
    await expect(element).toBeAccessible();
    await screen.press('Enable Partner Account');
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
    await screen.press('Enable Partner Account');
    expect(screen.hasButton('Create User')).toBe(false);
    expect(screen.button('Enable Partner Account').disabled).toBe(true);
    finish(accountRecord());
    await settled();
    expect(screen.button('Create User').disabled).toBe(false);
  });

  it('stays blocked when the org refuses to enable the account, and says why and what to ask for', async () => {
    update.mockRejectedValue(refusal('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id'));
    const { element, screen } = await openPartner();
    await screen.press('Enable as Partner Account');
    await screen.press('Enable Partner Account');
    const [alert] = screen.role('alert');
    expect(alert).toContain('The account was not changed.');
    expect(alert).toContain('Ask an admin for the permission set External User Partner Accounts.');
    expect(alert).toContain('Salesforce says: insufficient access rights on object id');
    expect(alert).not.toContain('user');
    expect(screen.hasButton('Enable as Partner Account')).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('keeps its account unchanged when the person cancels', async () => {
    const { screen } = await openPartner();
    await screen.press('Enable as Partner Account');
    await screen.press('Cancel');
    expect(update).not.toHaveBeenCalled();
    expect(screen.hasButton('Enable Partner Account')).toBe(false);
    expect(screen.focused()?.textContent).toBe('Ready');
  });
});
