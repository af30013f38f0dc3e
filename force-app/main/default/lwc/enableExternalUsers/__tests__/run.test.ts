import { ofQuery, settingsData } from '../../../../../test/jest/answers.ts';
import { customerProfile } from '../../../../../test/jest/facts.ts';
import { settled } from '../../../../../test/jest/screen.ts';
import { create, org, refusal, usersSent } from '../../../../../test/jest/testOrg.ts';
import {
  contactId,
  createUsers,
  creationsMake,
  lookUpsFind,
  openReady,
  rowIn,
  rowOf,
  type Shown,
  startAnew,
  tabsOf,
  userId,
  userNode,
  usersData,
  flowScreen,
  refuseOnce
} from '../../../../../test/jest/openedScreen.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });

startAnew();

const exists = {
  errorCode: 'PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT',
  message: 'portal user already exists for contact'
};
const lost = new TypeError('Failed to fetch');
const theirs = { CreatedById: { value: '005000010000002AAA' } };
const noRight = refusal('INSUFFICIENT_ACCESS_OR_READONLY', 'You cannot do this.');

function told(element: HTMLElement): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>();
  element.addEventListener('lightning__flowattributechange', (event) => {
    const { detail } = event as CustomEvent<{ attributeName: string; attributeValue: unknown }>;
    values.set(detail.attributeName, detail.attributeValue);
  });
  return values;
}

describe('users', () => {
  it('sends each user with the common choices, and ends with a table of what became of each contact', async () => {
    creationsMake([1, 2, 3].map((number) => userNode(number)));
    const shown = await openReady(3);
    const outputs = told(shown.element);
    await createUsers(shown, 3);
    expect(usersSent()).toMatchObject(
      [1, 2, 3].map((number) => ({
        ContactId: contactId(number),
        ProfileId: customerProfile.id,
        Username: `person${String(number)}@northwind.example`
      }))
    );
    expect(tabsOf(shown)).toBe('Created 3');
    expect(rowOf(shown, 2)).toBe('Person 2Northwind Ångström AB | person2@northwind.example');
    expect(shown.screen.find(`a[href="/lightning/r/User/${userId(2)}/view"]`)).toHaveLength(1);
    expect(shown.screen.focused()?.textContent).toBe('Enable External Users');
    expect(Object.fromEntries(outputs)).toEqual({
      createdCount: 3,
      failedCount: 0,
      createdUserIds: [1, 2, 3].map(userId)
    });
    expect(org.refresh).toHaveBeenCalledTimes(2);
    await expect(shown.element).toBeAccessible();
  });

  it('gives every contact exactly one outcome, even after faults in the middle', async () => {
    creationsMake([userNode(2), userNode(4, 'somebody@else.example')]);
    refuseOnce({ 2: new TypeError('Failed to fetch'), 3: noRight, 4: new TypeError('Failed to fetch') });
    const shown = await openReady(6);
    shown.screen.find('input[data-row]')[5]?.click();
    await settled();
    await createUsers(shown, 5);
    expect(tabsOf(shown)).toBe('Created 3 · Not created 1 · Already users 1 · Not selected 1');
    expect(await rowIn(shown, 'Created', 2)).toContain(' | person2@northwind.example');
    expect(await rowIn(shown, 'Not created', 3)).toContain('Salesforce says: You cannot do this.');
    expect(await rowIn(shown, 'Already users', 4)).toContain(' | somebody@else.example');
    expect(flowScreen(shown.element)).toMatchObject({ createdCount: 3, failedCount: 1 });
    await expect(shown.element).toBeAccessible();
  });

  it.each([
    [
      'a clear refusal',
      { status: 400, body: [exists] },
      {},
      'Already users 1 | Person 1Northwind Ångström AB | person1@northwind.example'
    ],
    [
      'a lost answer, and a user of somebody else with the same name',
      lost,
      theirs,
      'Already users 1 | Person 1Northwind Ångström AB | person1@northwind.example'
    ],
    [
      'a lost answer, and a user whose creator can’t be read',
      lost,
      { CreatedById: { value: null } },
      'Unclear 1 | Person 1Northwind Ångström AB | person1@northwind.example | Person 1 has the user person1@northwind.example now, but this page can’t tell who created it. Check the user before you go on.'
    ],
    [
      'a lost answer, and the user of this run',
      lost,
      {},
      'Created 1 | Person 1Northwind Ångström AB | person1@northwind.example'
    ]
  ])('says “created” of its own users only: %s', async (_what, rejection, changes, cells) => {
    creationsMake([{ ...userNode(1), ...changes }]);
    refuseOnce({ 1: rejection });
    const shown = await openReady(1);
    const outputs = told(shown.element);
    await createUsers(shown, 1);
    expect(`${tabsOf(shown)} | ${rowOf(shown, 1)}`).toBe(cells);
    const isOwn = cells.startsWith('Created');
    expect(outputs.get('createdUserIds')).toEqual(isOwn ? [userId(1)] : []);
    expect(outputs.get('createdCount')).toBe(isOwn ? 1 : 0);
    expect(shown.screen.text()).not.toContain('Try Again');
    expect(create).toHaveBeenCalledTimes(1);
    await expect(shown.element).toBeAccessible();
  });

  it.each([
    ['its own user', {}, 'Created 1 | Person 1Northwind Ångström AB | person1@northwind.example'],
    ['somebody else’s user', theirs, 'Already users 1 | Person 1Northwind Ångström AB | person1@northwind.example']
  ])('tells %s that appears after the last look-up', async (_what, changes, cells) => {
    refuseOnce({ 1: lost });
    const answers = [[], [], [{ ...userNode(1), ...changes }]];
    org.refresh.mockImplementation(() => {
      org.emit(usersData(answers.shift() ?? []), ofQuery('ExternalUsersOfContacts'));
      return Promise.resolve();
    });
    const shown = await openReady(1);
    await createUsers(shown, 1);
    expect(`${tabsOf(shown)} | ${rowOf(shown, 1)}`).toBe(cells);
  });

  it('says of a contact that was deleted meanwhile what to do', async () => {
    refuseOnce({ 1: refusal('ENTITY_IS_DELETED', 'entity is deleted') });
    const shown = await openReady(2);
    await createUsers(shown, 2);
    expect(rowOf(shown, 1)).toContain(' | The contact Person 1 can’t be found any more.');
    expect(rowOf(shown, 1)).toContain('Restore it from the Recycle Bin');
    expect(await rowIn(shown, 'Created', 2)).toContain('person2@northwind.example');
  });

  it('retries the failed contacts, and no others', async () => {
    refuseOnce({ 2: noRight, 3: noRight });
    const { element, screen } = await openReady(4);
    await createUsers({ screen }, 4);
    create.mockClear();
    await screen.press('Try Again (2)');
    expect(usersSent().map(({ ContactId }) => ContactId)).toEqual([contactId(2), contactId(3)]);
    expect(tabsOf({ screen })).toBe('Created 4');
    expect(screen.hasButton('Try Again (0)')).toBe(false);
    expect(flowScreen(element)).toMatchObject({ createdCount: 4, failedCount: 0 });
  });

  it('looks a user up before sending it again where the answer was unclear', async () => {
    refuseOnce({ 1: new TypeError('Failed to fetch') });
    org.refresh.mockResolvedValueOnce().mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const shown = await openReady(1);
    await createUsers(shown, 1);
    expect(tabsOf(shown)).toBe('Unclear 1');
    lookUpsFind([userNode(1)]);
    create.mockClear();
    await shown.screen.press('Try Again (1)');
    expect(create).not.toHaveBeenCalled();
    expect(tabsOf(shown)).toBe('Created 1');
  });

  it('pauses by itself where no seat is left, and says why', async () => {
    refuseOnce({ 5: refusal('LICENSE_LIMIT_EXCEEDED', 'License Limit Exceeded') });
    const { element, screen } = await openReady(12);
    await createUsers({ screen }, 12);
    expect(screen.text()).toContain('Paused.');
    expect(screen.text()).toContain('Customer Community');
    await expect(element).toBeAccessible();
    await screen.press('Stop');
    expect(tabsOf({ screen })).toMatch(/^Created \d+ · Not created 1 · Not started \d+$/);
    const [rest] = screen.find('button').filter(({ textContent }) => textContent.startsWith('Create the Rest'));
    rest?.click();
    await settled();
    expect(tabsOf({ screen })).toBe('Created 11 · Not created 1');
  });
});

describe('the way out', () => {
  it.each([
    ['FINISH', 'lightning__flownavigationfinish'],
    ['NEXT', 'lightning__flownavigationnext']
  ])('is the one that the flow offers: %s', async (action, event) => {
    const { element, screen }: Shown = await openReady(1);
    Object.assign(element, { availableActions: [action] });
    const left = jest.fn();
    element.addEventListener(event, left);
    await createUsers({ screen }, 1);
    await screen.press('Done');
    expect(left).toHaveBeenCalledTimes(1);
  });

  it('also goes back to the selection, which is read again', async () => {
    refuseOnce({ 2: noRight });
    const { screen } = await openReady(2, {
      settings: settingsData([{ Default_Customer_Profile__c: customerProfile.name }])
    });
    await createUsers({ screen }, 2);
    lookUpsFind([userNode(1)]);
    await screen.press('Back to the selection');
    expect(tabsOf({ screen })).toBe('Ready 1 · Already users 1');
    await createUsers({ screen }, 1);
    expect(tabsOf({ screen })).toBe('Created 2');
  });
});
