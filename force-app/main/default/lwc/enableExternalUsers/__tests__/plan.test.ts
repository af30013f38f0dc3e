import { liveSiteData, noAccess, queryData, settingsData } from '../../../../../test/jest/answers.ts';
import { customerProfile } from '../../../../../test/jest/facts.ts';
import { ofQuery } from '../../../../../test/jest/answers.ts';
import { settled } from '../../../../../test/jest/screen.ts';
import { org } from '../../../../../test/jest/testOrg.ts';
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
