import { known } from 'c/externalUserRules';
import {
  externallyOwnedNode,
  licenseResults,
  liveSiteData,
  noAccess,
  queryData,
  settingsData
} from '../../../../../test/jest/answers.ts';
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
  openTab,
  rowIn,
  rowOf,
  startAnew,
  tabsOf,
  userNode,
  usersData
} from '../../../../../test/jest/openedScreen.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });

startAnew();

/** An org whose customer license has this number of seats left. */
function withSeats(left: number) {
  const license = known({ ...customerLicense, total: known(20), used: known(20 - left) });
  return { licenses: licenseResults({ ...customerProfile, license }, partnerProfile) };
}

const onlyCustomers = { profiles: queryData({ Profile: [] }) };

describe('before there is a plan', () => {
  it.each([
    ['nothing', []],
    ['null, as a flow hands over an empty collection', null]
  ])('asks to select contacts where %s is selected', async (_what, ids) => {
    const { element, screen } = open(ids);
    await settled();
    expect(screen.role('alert')).toEqual([
      'No contacts are selected. Select contacts in a list view, then click Enable External Users.'
    ]);
    expect(screen.find('button')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('says the number of more than 200 contacts and how they are enabled, and asks the org for none of them', async () => {
    const { element, screen } = open(Array.from({ length: 201 }, (_item, index) => contactId(index)));
    await settled();
    expect(screen.role('alert')).toEqual([
      '201 contacts are selected. This screen takes up to 200, so nothing was started. Select fewer, or ask an admin ' +
        'to run npm run enable-users.'
    ]);
    expect(org.requests().filter(ofQuery('ExternalUserSelectedContacts'))).toEqual([]);
    expect(screen.hasButton('Check Again')).toBe(false);
    await expect(element).toBeAccessible();
  });

  it('says that contacts can’t be read, and reads them again', async () => {
    const { screen } = open([contactId(1)]);
    await settled();
    org.emitErrors([{ message: 'Insufficient access to Contact' }], ofQuery('ExternalUserSelectedContacts'));
    await settled();
    expect(screen.role('alert')).toHaveLength(1);
    await screen.press('Check Again');
    expect(org.refresh).toHaveBeenCalled();
  });

  it('reads 200 contacts by one request for them, one for their users, one for their names and one for short seats', async () => {
    await openReady(200);
    const asked = org
      .requests()
      .flatMap(({ query }) => /query (\w+)/.exec(query && 'text' in query ? String(query.text) : '')?.[1] ?? []);
    expect(asked.sort()).toEqual([
      'ExternalUserNamesTaken',
      'ExternalUserProfiles',
      'ExternalUserSeatHolders',
      'ExternalUserSelectedContacts',
      'ExternalUserSettings',
      'ExternalUserSites',
      'ExternalUsersOfContacts'
    ]);
  });
});

describe('the plan', () => {
  it.each([
    ['is enabled', contactNode(1), 'Person 1 | Person 1Northwind Ångström AB | person1@northwind.example'],
    [
      'is blocked without an email',
      contactNode(1, { Email: { value: null } }),
      'Person 1Northwind Ångström AB | Person 1 has no email. Add one to the contact.'
    ],
    [
      'is blocked without an account',
      contactNode(1, { AccountId: { value: null }, Account: null }),
      'Person 1 | Person 1 has no account. Salesforce needs one before a contact can get a user.'
    ],
    [
      'is blocked by the owner of the account, whose page it links',
      contactNode(1, {
        Account: {
          ...accountNode,
          Owner: {
            Id: '005000010000004AAA',
            Name: { value: 'Freja Lindqvist' },
            IsActive: { value: true },
            UserRoleId: { value: null }
          }
        }
      }),
      'Person 1Northwind Ångström AB | The account owner has no role. Freja Lindqvist owns Northwind Ångström AB.'
    ],
    [
      'is enabled with a word where the email reaches nobody',
      contactNode(1, { Email: { value: 'person1@northwind.example.invalid' } }),
      'Person 1 | Person 1Northwind Ångström AB | person1@northwind.example.invalid | '
    ]
  ])('says of a contact that it %s', async (_what, node, row) => {
    const shown = open([contactId(1)]);
    await answer({ contacts: [node] });
    expect(rowOf(shown, 1)).toContain(row);
    await expect(shown.element).toBeAccessible();
  });

  it('groups contacts by their outcome, each once, with ids that belong to no contact', async () => {
    const ids = [1, 2, 3, 4].map(contactId);
    const shown = open([...ids, contactId(1), contactId(2).slice(0, 15), '001000010000001AAA', contactId(9)]);
    await answer({
      contacts: [contactNode(1), contactNode(2, { Email: { value: null } }), contactNode(3), contactNode(4)],
      users: [userNode(3, 'person3@old.example')]
    });
    const { screen } = shown;
    expect(tabsOf({ screen })).toBe('Ready 2 · Blocked 3 · Already users 1');
    expect(await rowIn(shown, 'Blocked', 9)).toContain(
      `You can’t see contact ${contactId(9)}. Look in the Recycle Bin`
    );
    expect(screen.text()).toContain('001000010000001AAA is not the id of a contact.');
    await openTab(shown, 'Already users');
    expect(screen.find('a[href="/lightning/r/User/005000010000003AAA/view"]')).toHaveLength(1);
    expect(screen.hasButton('Create 2 Users')).toBe(true);
    await expect(shown.element).toBeAccessible();
  });

  it('enables the ticked contacts', async () => {
    const { screen } = await openReady(3);
    const [, first] = screen.find('input[type=checkbox]');
    first?.click();
    await settled();
    expect(screen.hasButton('Create 2 Users')).toBe(true);
    expect(screen.role('status')).toContain('Selected: 2.');
    const [all] = screen.find('input[type=checkbox]');
    all?.click();
    await settled();
    all?.click();
    await settled();
    expect(screen.button('Create 0 Users').disabled).toBe(true);
  });

  it('leaves to a person who asked not to be processed, with the reason and the cure in the row', async () => {
    const refusing = {
      IndividualId: { value: '0PK000010000001AAA' },
      Individual: { HasOptedOutProcessing: { value: true } }
    };
    const shown = await openReady(2, { contacts: [contactNode(1), contactNode(2, refusing)] });
    const { element, screen } = shown;
    expect(tabsOf(shown)).toBe('Ready 1 · Needs a decision 1');
    expect(screen.hasButton('Create 1 User')).toBe(true);
    expect(await rowIn(shown, 'Needs a decision', 2)).toContain('Person 2');
    expect(screen.find('[data-row]').map((input) => (input as HTMLInputElement).checked)).toEqual([false]);
    expect(screen.find(`.link[href="/lightning/r/Contact/${contactId(2)}/edit"]`)).toHaveLength(1);
    await expect(element).toBeAccessible();
    screen.find('[data-row]')[0]?.click();
    await settled();
    expect(screen.hasButton('Create 2 Users')).toBe(true);
  });

  it('takes the ID of a profile that is typed where profiles can’t be read', async () => {
    const { screen } = open([contactId(1)]);
    await settled();
    org.emit(queryData({ Contact: [contactNode(1)] }), ofQuery('ExternalUserSelectedContacts'));
    org.emit(usersData([]), ofQuery('ExternalUsersOfContacts'));
    org.emit(liveSiteData, ofQuery('ExternalUserSites'));
    for (const query of ['ExternalUserProfiles', 'ExternalUserSettings', 'ExternalUsersByProfile']) {
      org.emitErrors([noAccess], ofQuery(query));
      await settled();
    }
    expect(screen.button('Create 1 User').disabled).toBe(true);
    await screen.fillIn('Profile ID', '00e000010000009AAA');
    org.emit(queryData({ usernames: [], nicknames: [] }), ofQuery('ExternalUserNamesTaken'));
    await settled();
    expect(screen.text()).toContain('Selected: 1.');
    expect(screen.button('Create 1 User').disabled).toBe(false);
  });

  it('says “1 user” for one contact', async () => {
    const { screen } = await openReady(1);
    expect(screen.hasButton('Create 1 User')).toBe(true);
  });
});

describe('names', () => {
  it('are unique in the selection and in the org before anything is sent', async () => {
    const shown = open([1, 2, 3].map(contactId));
    const same = { Email: { value: 'info@northwind.example' } };
    await answer({ contacts: [1, 2, 3].map((number) => contactNode(number, same)) });
    org.emit(
      queryData({
        usernames: [{ Username: { value: 'Info1@northwind.example' } }],
        nicknames: [{ CommunityNickname: { value: 'info' } }]
      }),
      ofQuery('ExternalUserNamesTaken')
    );
    await settled();
    expect(
      [1, 2, 3].map(
        (number) =>
          rowOf(shown, number)
            .split(' | ')[2]
            ?.split(/Username|Nickname/)[0]
      )
    ).toEqual(['info@northwind.example', 'info2@northwind.example', 'info3@northwind.example']);
    expect(rowOf(shown, 2)).toContain('Another contact of the selection gets info@northwind.example.');
  });

  it('follow the pattern of the settings, with examples', async () => {
    const { screen } = await openReady(4, {
      settings: settingsData([
        {
          Username_Pattern__c: '{first}.{last}@{suffix}',
          Username_Suffix__c: 'acme.example',
          Default_Customer_Profile__c: customerProfile.name
        }
      ])
    });
    expect(screen.text()).toContain('For example: person.1@acme.example, person.2@acme.example, person.3@acme.example');
  });

  it.each([
    ['{email}.acme', 'person1@northwind.example.acme'],
    ['{local}@acme.example', 'person1@acme.example']
  ])('follow a pattern as it is typed: %s', async (pattern, username) => {
    const shown = await openReady(1);
    await shown.screen.fillIn('Username pattern', pattern);
    expect(rowOf(shown, 1)).toContain(username);
    expect(shown.screen.text()).toContain(`For example: ${username}`);
  });

  it.each(['{name}@acme.example', 'info@acme.example', '{first}', '{email'])(
    'are not made by a pattern that doesn’t make one of each contact: %s',
    async (pattern) => {
      const { element, screen } = await openReady(1);
      await screen.fillIn('Username pattern', pattern);
      await screen.leave('Username pattern');
      expect(screen.text()).toContain('This pattern doesn’t make a username of each contact.');
      expect(screen.button('Create 1 User').disabled).toBe(true);
      await expect(element).toBeAccessible();
    }
  );
});

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
