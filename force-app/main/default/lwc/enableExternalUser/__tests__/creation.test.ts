import type { UserDraft } from 'c/externalUserRules';
import {
  contactRecord,
  newUserData,
  newUserNode,
  noUserData,
  organizationNode,
  queryData
} from '../../../../../test/jest/answers.ts';
import { customerProfile, readyContact, readyDraft } from '../../../../../test/jest/facts.ts';
import { navigate } from '../../../../../test/jest/lightning/navigation.ts';
import { settled } from '../../../../../test/jest/screen.ts';
import { create, org, refusal, usersSent } from '../../../../../test/jest/testOrg.ts';
import {
  creationMakes,
  nextLookUpFinds,
  notify,
  openDetails,
  startAnew,
  type Shown
} from '../../../../../test/jest/openedAction.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });

const creating = 'Creating the user…';
const created = 'Amélie Dubois now has a user';
const lostAnswer = new TypeError('Failed to fetch');

startAnew();

describe('creating', () => {
  it('sends the draft as fields of User, and says that it is under way', async () => {
    create.mockReturnValue(new Promise(() => undefined));
    const { element, screen } = await openDetails();
    await screen.press('Create User');
    expect(screen.focused()?.textContent).toBe(creating);
    expect(screen.role('status')).toContain(creating);
    expect(screen.button('Create User').disabled).toBe(true);
    expect(screen.find('[inert]')).toHaveLength(1);
    expect(usersSent()).toMatchObject([
      { ContactId: readyContact.id, ProfileId: customerProfile.id, Username: 'amelie.dubois@northwind.example' }
    ]);
    await expect(element).toBeAccessible();
  });

  it('that is left in the middle reads the contact’s user again, for the next time the action opens', async () => {
    create.mockReturnValue(new Promise(() => undefined));
    const { element, screen } = await openDetails();
    await screen.press('Create User');
    org.refresh.mockClear();
    element.remove();
    expect(org.refresh).toHaveBeenCalledTimes(1);
  });

  it('happens once, however fast a person clicks', async () => {
    const { screen } = await openDetails();
    const button = screen.button('Create User');
    button.click();
    button.click();
    await settled();
    button.click();
    await settled();
    expect(create).toHaveBeenCalledTimes(1);
  });

  it('ends with the org’s data, and tells the page around to refresh', async () => {
    creationMakes(newUserData);
    const { element, screen } = await openDetails();
    const refreshed = jest.fn();
    element.addEventListener('lightning__refresh', refreshed);
    await screen.press('Create User');
    expect(screen.focused()?.textContent).toBe(created);
    expect(screen.text()).toContain('Username amelie.dubois@northwind.example');
    expect(refreshed).toHaveBeenCalledTimes(1);
    expect(notify).toHaveBeenCalledWith([{ recordId: readyContact.id }, { recordId: customerProfile.id }]);
    await expect(element).toBeAccessible();
  });

  it('ends with buttons that open the user and close the action', async () => {
    creationMakes(newUserData);
    const { element, screen } = await openDetails();
    const closed = jest.fn();
    element.addEventListener('lightning__actionsclosescreen', closed);
    await screen.press('Create User');
    await screen.press('Open User');
    expect(navigate).toHaveBeenCalledWith({
      type: 'standard__recordPage',
      attributes: { recordId: '00500001000000IAAQ', objectApiName: 'User', actionName: 'view' }
    });
    await screen.press('Done');
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('says so when the org accepted the user but will not show it', async () => {
    const { element, screen } = await openDetails();
    await screen.press('Create User');
    expect(screen.text()).toContain('Salesforce created the user, but doesn’t show it here.');
    expect(screen.hasButton('Open User')).toBe(false);
    await expect(element).toBeAccessible();
  });

  it('tries the next nickname where the suggested one is taken, and says so', async () => {
    create.mockRejectedValueOnce(refusal('DUPLICATE_COMM_NICKNAME', 'Duplicate Nickname.'));
    creationMakes(newUserData);
    const { screen } = await openDetails();
    await screen.press('Create User');
    expect(usersSent().map(({ CommunityNickname }) => CommunityNickname)).toEqual(['Amelie.Dubois', 'Amelie.Dubois1']);
    expect(screen.text()).toContain(created);
    expect(screen.text()).toContain(
      'Nickname: Amelie.Dubois1 instead of Amelie.Dubois. Amelie.Dubois is taken, by a user whom you can’t see.'
    );
  });

  it('sends no other nickname than the one that a person typed', async () => {
    create.mockRejectedValueOnce(refusal('DUPLICATE_COMM_NICKNAME', 'Duplicate Nickname.'));
    const { screen } = await openDetails();
    await screen.fillIn('Nickname', 'amy');
    await screen.press('Create User');
    expect(usersSent().map(({ CommunityNickname }) => CommunityNickname)).toEqual(['amy']);
    expect(screen.text()).toContain('Another user has this nickname. Choose another one.');
  });
});

describe('a user that this attempt did not create', () => {
  const node = (changes: object) => ({ ...newUserNode, ...changes });
  const theirs = { CreatedById: { value: '005000010000002AAA' } };
  const holder = { Username: { value: 'holder@else.example' }, ...theirs };
  const exists = refusal('PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT', 'portal user already exists for contact');
  const permissionSetIds = ['0PS000010000001AAA'];
  const already = 'Amélie Dubois already has the user holder@else.example, so no second one was created.';
  const already2 = 'Amélie Dubois already has the user amelie.dubois@northwind.example, so no second one was created.';
  const unknown =
    'Amélie Dubois has the user amelie.dubois@northwind.example now, but this page can’t tell who created it.';

  it.each([
    ['a form that is stale', 'before', undefined, holder, already],
    ['a clear refusal', 'after', exists, holder, already],
    ['a clear refusal, and a user with the same name', 'after', exists, {}, already2],
    ['a lost answer, and a user of somebody else with the same name', 'after', lostAnswer, theirs, already2],
    [
      'a lost answer, and an older user',
      'after',
      lostAnswer,
      { CreatedDate: { value: '2026-01-01T00:00:00Z' } },
      already2
    ],
    [
      'a lost answer, and a user whose creator can’t be read',
      'after',
      lostAnswer,
      { CreatedById: { value: null } },
      unknown
    ]
  ] as const)('is shown as such, without permission sets: %s', async (_what, when, rejection, changes, sentence) => {
    const found = queryData({ User: [node(changes)], Organization: [organizationNode] });
    const { element, screen } = await openDetails();
    if (when === 'before') {
      nextLookUpFinds(found);
    } else {
      create.mockRejectedValueOnce(rejection);
      creationMakes(found);
    }
    const detail: UserDraft = { ...readyDraft, permissionSetIds };
    screen.find('c-external-user-details')[0]?.dispatchEvent(new CustomEvent('draftchange', { detail }));
    await settled();
    await screen.press('Create User');
    expect(screen.focused()?.textContent).toBe('Amélie Dubois has an active user');
    expect(screen.role('alert')[0]).toContain(sentence);
    expect(screen.role('alert')[1]).toBe('The chosen permission sets were not assigned to this user.');
    expect(screen.text()).not.toContain(created);
    expect(screen.text()).not.toMatch(/welcome email/i);
    expect(create).toHaveBeenCalledTimes(when === 'before' ? 0 : 1);
    expect(screen.hasButton('Deactivate User')).toBe(true);
    await expect(element).toBeAccessible();
  });
});

describe('permission sets', () => {
  const permissionSetIds = ['0PS000010000001AAA', '0PS000010000002AAA'];

  async function createWith(found: unknown = newUserData): Promise<Shown> {
    creationMakes(found);
    const shown = await openDetails();
    const details = shown.screen.find('c-external-user-details')[0];
    const draft: UserDraft = { ...readyDraft, permissionSetIds };
    details?.dispatchEvent(new CustomEvent('draftchange', { detail: draft }));
    await settled();
    await shown.screen.press('Create User');
    return shown;
  }

  it('are assigned to the new user, one by one', async () => {
    const { screen } = await createWith();
    expect(create.mock.calls.slice(1)).toEqual(
      permissionSetIds.map((PermissionSetId) => [
        { apiName: 'PermissionSetAssignment', fields: { AssigneeId: '00500001000000IAAQ', PermissionSetId } }
      ])
    );
    expect(screen.role('alert')).toEqual([]);
  });

  it('are assigned to the user of the answer, where it cannot be read back', async () => {
    const { screen } = await createWith(noUserData);
    expect(create.mock.calls.slice(1).map(([{ fields }]) => fields['AssigneeId'])).toEqual([
      '00500001000000IAAQ',
      '00500001000000IAAQ'
    ]);
    expect(screen.role('alert')).toEqual([]);
  });

  it('are assigned although another one is refused, which is shown', async () => {
    create.mockResolvedValueOnce(contactRecord());
    create.mockRejectedValueOnce(refusal('FIELD_INTEGRITY_EXCEPTION', 'user license doesn’t allow it'));
    const { element, screen } = await createWith();
    expect(create).toHaveBeenCalledTimes(3);
    expect(screen.text()).toContain(created);
    expect(screen.role('alert')).toHaveLength(1);
    expect(screen.role('alert')[0]).toContain('A permission set was not assigned');
    expect(screen.role('alert')[0]).toContain('user license doesn’t allow it');
    await expect(element).toBeAccessible();
  });
});
