import { getRecord } from 'lightning/uiRecordApi';
import { known } from 'c/externalUserRules';
import {
  accountRecord,
  contactRecord,
  fieldUndefined,
  licenseResults,
  noAccess,
  ofQuery,
  ownerRecord,
  profilesData,
  queryData,
  record,
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
import { settled } from '../../../../../test/jest/screen.ts';
import { org } from '../../../../../test/jest/testOrg.ts';
import { testWire } from '../../../../../test/jest/wires.ts';
import { notify, open, openReady, startAnew } from '../../../../../test/jest/openedAction.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });
jest.mock('@salesforce/userPermission/ManageNetworks', () => ({ __esModule: true, default: true }), { virtual: true });

const checking = 'Checking…';
const withoutAccount = contactRecord({ AccountId: null, Account: null });

const ownerPage = `/lightning/r/User/${ownerRecord.id}/view`;
const accountPage = `/lightning/r/Account/${account.id}/view`;
const contactEditPage = `/lightning/r/Contact/${readyContact.id}/edit`;

const gone =
  'This contact can’t be found. It was deleted, merged into another contact, or you can’t see it. Restore it from the Recycle Bin or ask an admin for access, then check again.';
const unanswered = 'Salesforce didn’t answer about this contact. Check again in a moment.';

startAnew();

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
      'The account owner has no role Freja Lindqvist owns Northwind Ångström AB.',
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
      'The account owner is inactive Freja Lindqvist owns Northwind Ångström AB.',
      'Change the owner',
      accountPage
    ]
  ])(
    'block while %s, and link to the page that fixes it, in a new tab',
    async (_what, answers, sentence, fix, page) => {
      const { element, screen } = await openReady(answers);
      expect(screen.role('status')[0]).toBe(
        'Not yet: 1 thing to fix Fix it and come back to this tab. The checks run again by themselves.'
      );
      expect(screen.text()).toContain(sentence);
      expect(screen.hasButton('Create User')).toBe(false);
      expect(screen.link(fix).getAttribute('href')).toBe(page);
      await expect(element).toBeAccessible();
    }
  );

  it('block where every seat is taken', async () => {
    const full = { ...customerProfile, license: known(fullLicense) };
    const { screen } = await openReady({ profiles: profilesData(full), licenses: licenseResults(full) });
    expect(screen.text()).toContain('No seat is free: Customer Community Deactivate');
    expect(screen.hasButton('Create User')).toBe(false);
    // The cure comes before what passed.
    const parts = screen.find('c-external-user-free-seat, summary').map(({ localName }) => localName);
    expect(parts).toEqual(['c-external-user-free-seat', 'summary']);
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
    expect(screen.text()).toContain('Warning No site is live: Acme Beta The user can be created');
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
      'We can’t see the account of Amélie Dubois Without access',
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
