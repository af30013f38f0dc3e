import { ofQuery, settingsData } from '../../../../../test/jest/answers.ts';
import { customerProfile } from '../../../../../test/jest/facts.ts';
import { settled } from '../../../../../test/jest/screen.ts';
import { create, org, refusal, usersSent } from '../../../../../test/jest/testOrg.ts';
import {
  contactId,
  creationsMake,
  lookUpsFind,
  openReady,
  rowOf,
  startAnew,
  userId,
  userNode,
  usersData,
  type Shown
} from '../../../../../test/jest/openedScreen.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });

startAnew();

interface FlowScreen extends HTMLElement {
  validate(): { isValid: boolean; errorMessage: string };
  createdCount: number;
  failedCount: number;
  createdUserIds: readonly string[];
}

const exists = {
  errorCode: 'PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT',
  message: 'portal user already exists for contact'
};
const lost = new TypeError('Failed to fetch');
const theirs = { CreatedById: { value: '005000010000002AAA' } };
const noRight = refusal('INSUFFICIENT_ACCESS_OR_READONLY', 'You cannot do this.');

/** The component as the flow uses it. */
function flowScreen(element: HTMLElement): FlowScreen {
  return element as FlowScreen;
}

/** The first request for each of these contacts is refused with this reason. */
function refuseOnce(refusals: Readonly<Record<number, unknown>>): void {
  const yes = create.getMockImplementation();
  const left = new Map(Object.entries(refusals).map(([number, reason]) => [contactId(Number(number)), reason]));
  create.mockImplementation((input) => {
    const id = String(input.fields['ContactId']);
    const reason = left.get(id);
    left.delete(id);
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- UI API's rejections are no Error
    return reason === undefined ? (yes?.(input) ?? Promise.reject(new Error())) : Promise.reject(reason);
  });
}

/** Requests wait until they are answered, one after the other. */
function hold(): () => Promise<void> {
  const yes = create.getMockImplementation();
  const waiting: (() => void)[] = [];
  create.mockImplementation(async (input) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return yes?.(input) ?? Promise.reject(new Error());
  });
  return async () => {
    waiting.shift()?.();
    await settled();
  };
}

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
    await shown.screen.press('Enable 3 users');
    expect(usersSent()).toMatchObject(
      [1, 2, 3].map((number) => ({
        ContactId: contactId(number),
        ProfileId: customerProfile.id,
        Username: `person${String(number)}@northwind.example`
      }))
    );
    expect(shown.screen.role('status')[0]).toBe('Created (3)');
    expect(rowOf(shown, 2)).toBe('Person 2 | Created | person2@northwind.example | ');
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
    await shown.screen.press('Enable 5 users');
    expect(shown.screen.role('status')[0]).toBe('Failed (1) · Created (3) · Already a user (1) · Not selected (1)');
    expect(rowOf(shown, 2)).toContain('Created | person2@northwind.example');
    expect(rowOf(shown, 3)).toContain('Salesforce says: You cannot do this.');
    expect(rowOf(shown, 4)).toContain('Already a user | somebody@else.example');
    expect(flowScreen(shown.element)).toMatchObject({ createdCount: 3, failedCount: 1 });
    await expect(shown.element).toBeAccessible();
  });

  it.each([
    ['a clear refusal', { status: 400, body: [exists] }, {}, 'Already a user | person1@northwind.example | '],
    [
      'a lost answer, and a user of somebody else with the same name',
      lost,
      theirs,
      'Already a user | person1@northwind.example | '
    ],
    [
      'a lost answer, and a user whose creator can’t be read',
      lost,
      { CreatedById: { value: null } },
      'Not known | person1@northwind.example | Person 1 has the user person1@northwind.example now, but this page can’t tell who created it. Check the user before you go on.'
    ],
    ['a lost answer, and the user of this run', lost, {}, 'Created | person1@northwind.example | ']
  ])('says “created” of its own users only: %s', async (_what, rejection, changes, cells) => {
    creationsMake([{ ...userNode(1), ...changes }]);
    refuseOnce({ 1: rejection });
    const shown = await openReady(1);
    const outputs = told(shown.element);
    await shown.screen.press('Enable 1 user');
    expect(rowOf(shown, 1)).toBe(`Person 1 | ${cells}`);
    const isOwn = cells.startsWith('Created');
    expect(outputs.get('createdUserIds')).toEqual(isOwn ? [userId(1)] : []);
    expect(outputs.get('createdCount')).toBe(isOwn ? 1 : 0);
    expect(shown.screen.text()).not.toContain('Retry failed');
    expect(create).toHaveBeenCalledTimes(1);
    await expect(shown.element).toBeAccessible();
  });

  it.each([
    ['its own user', {}, 'Created | person1@northwind.example | '],
    ['somebody else’s user', theirs, 'Already a user | person1@northwind.example | ']
  ])('tells %s that appears after the last look-up', async (_what, changes, cells) => {
    refuseOnce({ 1: lost });
    const answers = [[], [], [{ ...userNode(1), ...changes }]];
    org.refresh.mockImplementation(() => {
      org.emit(usersData(answers.shift() ?? []), ofQuery('ExternalUsersOfContacts'));
      return Promise.resolve();
    });
    const shown = await openReady(1);
    await shown.screen.press('Enable 1 user');
    expect(rowOf(shown, 1)).toBe(`Person 1 | ${cells}`);
  });

  it('says of a contact that was deleted meanwhile what to do', async () => {
    refuseOnce({ 1: refusal('ENTITY_IS_DELETED', 'entity is deleted') });
    const shown = await openReady(2);
    await shown.screen.press('Enable 2 users');
    expect(rowOf(shown, 1)).toContain('Failed |  | The contact Person 1 can’t be found any more.');
    expect(rowOf(shown, 1)).toContain('Restore it from the Recycle Bin');
    expect(rowOf(shown, 2)).toContain('Created');
  });

  it('retries the failed contacts, and no others', async () => {
    refuseOnce({ 2: noRight, 3: noRight });
    const { element, screen } = await openReady(4);
    await screen.press('Enable 4 users');
    create.mockClear();
    await screen.press('Retry failed (2)');
    expect(usersSent().map(({ ContactId }) => ContactId)).toEqual([contactId(2), contactId(3)]);
    expect(screen.role('status')[0]).toBe('Created (4)');
    expect(screen.hasButton('Retry failed (0)')).toBe(false);
    expect(flowScreen(element)).toMatchObject({ createdCount: 4, failedCount: 0 });
  });

  it('looks a user up before sending it again where the answer was unclear', async () => {
    refuseOnce({ 1: new TypeError('Failed to fetch') });
    org.refresh.mockResolvedValueOnce().mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const shown = await openReady(1);
    await shown.screen.press('Enable 1 user');
    expect(shown.screen.role('status')[0]).toBe('Not known (1)');
    lookUpsFind([userNode(1)]);
    create.mockClear();
    await shown.screen.press('Retry failed (1)');
    expect(create).not.toHaveBeenCalled();
    expect(shown.screen.role('status')[0]).toBe('Created (1)');
  });

  it('pauses by itself where no seat is left, and says why', async () => {
    refuseOnce({ 5: refusal('LICENSE_LIMIT_EXCEEDED', 'License Limit Exceeded') });
    const { element, screen } = await openReady(12);
    await screen.press('Enable 12 users');
    expect(screen.text()).toContain('Paused.');
    expect(screen.text()).toContain('Customer Community');
    await expect(element).toBeAccessible();
    await screen.press('Stop');
    expect(screen.role('status')[0]).toMatch(/^Failed \(1\) · Not started \(\d+\) · Created \(\d+\)$/);
    const [rest] = screen.find('button').filter(({ textContent }) => textContent.startsWith('Enable the rest'));
    rest?.click();
    await settled();
    expect(screen.role('status')[0]).toBe('Failed (1) · Created (11)');
  });
});

describe('before a run has ended', () => {
  it('the flow can’t leave the screen', async () => {
    const finish = hold();
    const { element, screen } = await openReady(1);
    const flow = flowScreen(element);
    expect(flow.validate()).toEqual({ isValid: true, errorMessage: '' });
    await screen.press('Enable 1 user');
    expect(flow.validate()).toEqual({
      isValid: false,
      errorMessage: 'Users are being created. Wait for the end, or click Stop.'
    });
    await finish();
    expect(flow.validate()).toEqual({ isValid: true, errorMessage: '' });
  });

  it('the screen shows how far it is, and tells screen readers at each quarter', async () => {
    const finish = hold();
    const { element, screen } = await openReady(8);
    await screen.press('Enable 8 users');
    expect(screen.text()).toContain('0 of 8 done');
    expect(screen.role('status')).toEqual(['Creating users… 0 of 8 done']);
    await finish();
    expect(screen.text()).toContain('1 of 8 done');
    expect(screen.role('status')).toEqual(['Creating users… 0 of 8 done']);
    await finish();
    expect(screen.role('status')).toEqual(['Creating users… 2 of 8 done']);
    expect(screen.find('[role=progressbar]')[0]?.getAttribute('aria-valuenow')).toBe('2');
    await expect(element).toBeAccessible();
  });

  it('Pause sends nothing more, Resume goes on, and the keyboard stays where it was', async () => {
    const finish = hold();
    const { element, screen } = await openReady(6);
    await screen.press('Enable 6 users');
    await screen.press('Pause');
    expect(screen.text()).toContain('Waiting for what was sent already…');
    for (let count = 0; count < 4; count++) {
      await finish();
    }
    expect(create).toHaveBeenCalledTimes(4);
    expect(screen.text()).toContain('Paused.');
    await expect(element).toBeAccessible();
    await screen.press('Resume');
    await finish();
    await finish();
    expect(screen.role('status')[0]).toBe('Created (6)');
  });

  it('Stop ends what was sent, and leaves the rest not started', async () => {
    const finish = hold();
    const { screen } = await openReady(6);
    await screen.press('Enable 6 users');
    await screen.press('Stop');
    for (let count = 0; count < 4; count++) {
      await finish();
    }
    expect(create).toHaveBeenCalledTimes(4);
    expect(screen.role('status')[0]).toBe('Not started (2) · Created (4)');
  });

  it('a screen that is taken away sends nothing more', async () => {
    const finish = hold();
    const { element, screen } = await openReady(6);
    await screen.press('Enable 6 users');
    element.remove();
    for (let count = 0; count < 4; count++) {
      await finish();
    }
    expect(create).toHaveBeenCalledTimes(4);
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
    await screen.press('Enable 1 user');
    await screen.press('Done');
    expect(left).toHaveBeenCalledTimes(1);
  });

  it('also goes back to the selection, which is read again', async () => {
    refuseOnce({ 2: noRight });
    const { screen } = await openReady(2, {
      settings: settingsData([{ Default_Customer_Profile__c: customerProfile.name }])
    });
    await screen.press('Enable 2 users');
    lookUpsFind([userNode(1)]);
    await screen.press('Back to the selection');
    expect(screen.role('status')[0]).toBe('To be enabled (1) · Already a user (1)');
    await screen.press('Enable 1 user');
    expect(screen.role('status')[0]).toBe('Created (2)');
  });
});

it('downloads a file of all outcomes in which no spreadsheet finds a formula', async () => {
  const blobs: Blob[] = [];
  URL.createObjectURL = (blob: Blob) => {
    blobs.push(blob);
    return 'blob:file';
  };
  URL.revokeObjectURL = jest.fn();
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation();
  refuseOnce({ 2: refusal('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Say "no", please') });
  const { screen } = await openReady(2);
  await screen.press('Enable 2 users');
  await screen.press('Download CSV');
  expect(click).toHaveBeenCalledTimes(1);
  expect(blobs).toHaveLength(1);
  expect(blobs[0]?.type).toBe('text/plain');
  click.mockRestore();
});
