import { ofQuery } from '../../../../../test/jest/answers.ts';
import { settled } from '../../../../../test/jest/screen.ts';
import { create, org, refusal, usersSent } from '../../../../../test/jest/testOrg.ts';
import {
  contactId,
  contactNode,
  createUsers,
  creationsMake,
  lookUpsFind,
  openReady,
  rowIn,
  type Shown,
  startAnew,
  tabsOf,
  userId,
  userNode,
  usersData
} from '../../../../../test/jest/openedScreen.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });

startAnew();

const ofUsers = ofQuery('ExternalUsersOfContacts');
const noRight = refusal('INSUFFICIENT_ACCESS_OR_READONLY', 'You cannot do this.');
const exists = refusal('PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT', 'portal user already exists for contact');
const unavailable = { ok: false, status: 503, statusText: 'Service Unavailable', body: '<html></html>' };
const theirs = (number: number) => ({
  ...userNode(number, `holder${String(number)}@else.example`),
  CreatedById: { value: '005000010000002AAA' }
});

/** Requests wait for the test, which accepts or refuses them in their order. */
function hold() {
  const yes = create.getMockImplementation();
  const waiting: { readonly accept: () => void; readonly refuse: (reason: unknown) => void }[] = [];
  create.mockImplementation(async (input) => {
    await new Promise<void>((accept, refuse) => waiting.push({ accept, refuse }));
    return yes?.(input) ?? Promise.reject(new Error());
  });
  return {
    accept: async (count = 1) => {
      for (let done = 0; done < count; done++) {
        waiting.shift()?.accept();
        await settled();
      }
    },
    refuse: async (reason: unknown) => {
      waiting.shift()?.refuse(reason);
      await settled();
    }
  };
}

function sentContacts(): readonly unknown[] {
  return usersSent().map(({ ContactId }) => ContactId);
}

describe('each contact is sent once', () => {
  it('however fast a person clicks', async () => {
    const { accept } = hold();
    const { screen } = await openReady(3);
    const button = screen.button('Create 3 Users');
    button.click();
    button.click();
    await settled();
    expect(sentContacts()).toEqual([]);
    const yes = screen.button('Create 3 Users');
    yes.click();
    yes.click();
    await settled();
    yes.click();
    await accept(3);
    expect(sentContacts()).toEqual([1, 2, 3].map(contactId));
    expect(tabsOf({ screen })).toBe('Created 3');
  });

  it('also in a retry that is clicked twice', async () => {
    const { accept, refuse } = hold();
    const { screen } = await openReady(1);
    await createUsers({ screen }, 1);
    await refuse(noRight);
    const button = screen.button('Try Again (1)');
    button.click();
    button.click();
    await settled();
    await accept(2);
    expect(sentContacts()).toEqual([1, 1].map(contactId));
    expect(tabsOf({ screen })).toBe('Created 1');
  });

  it('when it is paused and resumed while a request is in flight', async () => {
    const { accept } = hold();
    const { screen } = await openReady(2);
    await createUsers({ screen }, 2);
    await screen.press('Pause');
    await screen.press('Resume');
    await screen.press('Pause');
    await screen.press('Resume');
    await accept(2);
    expect(sentContacts()).toEqual([1, 2].map(contactId));
    expect(tabsOf({ screen })).toBe('Created 2');
  });
});

describe('two screens that enable the same contacts', () => {
  it('credit each user to the screen that created it', async () => {
    const ours = await openReady(2);
    const others = hold();
    await createUsers(ours, 2);
    // The other browser is first with contact 1.
    lookUpsFind([theirs(1), userNode(2)]);
    await others.refuse(exists);
    await others.accept();
    expect(tabsOf(ours)).toBe('Created 1 · Already users 1');
    expect(await rowIn(ours, 'Already users', 1)).toBe('Person 1Northwind Ångström AB | holder1@else.example');
    expect(ours.element).toMatchObject({ createdCount: 1, failedCount: 0, createdUserIds: [userId(2)] });
  });

  it('find before the first request who got a user since the plan was made, and don’t send them', async () => {
    const shown = await openReady(2);
    // The same person enabled contact 1 in another browser, with the same name.
    lookUpsFind([userNode(1)]);
    const { refuse } = hold();
    await createUsers(shown, 2);
    await refuse(new TypeError('Failed to fetch'));
    expect(sentContacts()).toEqual([contactId(2)]);
    expect(await rowIn(shown, 'Already users', 1)).toBe('Person 1Northwind Ångström AB | person1@northwind.example');
    expect(shown.element).toMatchObject({ createdCount: 0, createdUserIds: [] });
  });

  it.each(['Stop', 'Pause'])('send nothing when %s is clicked during that look-up', async (button) => {
    const shown = await openReady(2);
    let answer: () => void = () => undefined;
    org.refresh.mockReturnValueOnce(
      new Promise((resolve) => {
        answer = resolve;
      })
    );
    await createUsers(shown, 2);
    await shown.screen.press(button);
    answer();
    await settled();
    expect(create).not.toHaveBeenCalled();
    const text = button === 'Stop' ? 'Not started 2' : 'Paused. 0 of 2';
    expect(shown.screen.text()).toContain(text);
  });

  it('send nothing for a screen that is taken away during that look-up', async () => {
    const { element, screen } = await openReady(2);
    let answer: () => void = () => undefined;
    org.refresh.mockReturnValueOnce(
      new Promise((resolve) => {
        answer = resolve;
      })
    );
    await createUsers({ screen }, 2);
    element.remove();
    answer();
    await settled();
    expect(create).not.toHaveBeenCalled();
  });

  it('count a contact that was not started as one with a user, and never send it', async () => {
    const shown = await openReady(6);
    const { accept } = hold();
    await createUsers(shown, 6);
    await shown.screen.press('Stop');
    lookUpsFind([1, 2, 3, 4].map((number) => userNode(number)).concat([theirs(5)]));
    await accept(4);
    expect(tabsOf(shown)).toBe('Created 4 · Not started 1 · Already users 1');
    expect(await rowIn(shown, 'Already users', 5)).toBe('Person 5Northwind Ångström AB | holder5@else.example');
    await shown.screen.press('Create the Rest (1)');
    await accept();
    expect(sentContacts()).not.toContain(contactId(5));
  });
});

describe('while users are sent', () => {
  it.each<[string, (shown: Shown) => void]>([
    [
      'users that are read anew',
      () => {
        org.emit(usersData([userNode(1)]), ofUsers);
      }
    ],
    [
      'an answer from before the requests',
      () => {
        org.emit(usersData([]), ofUsers);
      }
    ],
    [
      'an error of a wire',
      () => {
        org.emitErrors([{ message: 'Failed' }], ofUsers);
      }
    ],
    [
      'another selection',
      ({ element }) => {
        Object.assign(element, { contactIds: [contactId(7)] });
      }
    ]
  ])('%s change nothing of the run and its result', async (_what, happen) => {
    const { accept } = hold();
    const shown = await openReady(2);
    await createUsers(shown, 2);
    happen(shown);
    await settled();
    expect(shown.screen.text()).toContain('Creating users… 0 of 2');
    await accept(2);
    expect(tabsOf(shown)).toBe('Created 2');
    expect(sentContacts()).toEqual([1, 2].map(contactId));
    expect(shown.element).toMatchObject({ createdCount: 2, createdUserIds: [1, 2].map(userId) });
  });

  it('a screen that is taken away trusts no look-up, and repeats nothing after an unclear answer', async () => {
    jest.useFakeTimers();
    const { refuse } = hold();
    const { element, screen } = await openReady(1);
    await createUsers({ screen }, 1);
    element.remove();
    await refuse(unavailable);
    jest.runOnlyPendingTimers();
    await settled();
    jest.runOnlyPendingTimers();
    await settled();
    jest.useRealTimers();
    expect(sentContacts()).toEqual([contactId(1)]);
  });
});

describe('after a run', () => {
  it.each([
    [
      'a stale answer of a wire',
      () => {
        org.emit(usersData([]), ofUsers);
      }
    ],
    [
      'an error of a wire',
      () => {
        org.emitErrors([{ message: 'Failed' }], ofUsers);
      }
    ]
  ])('%s takes no created user back', async (_what, happen) => {
    creationsMake([userNode(1)]);
    const shown = await openReady(1);
    await createUsers(shown, 1);
    happen();
    await settled();
    expect(await rowIn(shown, 'Created', 1)).toBe('Person 1Northwind Ångström AB | person1@northwind.example');
    expect(shown.element).toMatchObject({ createdCount: 1, createdUserIds: [userId(1)] });
  });

  it('keeps the outcomes of the first selection when another one is chosen', async () => {
    const shown = await openReady(1);
    await createUsers(shown, 1);
    Object.assign(shown.element, { contactIds: [contactId(2)] });
    await settled();
    expect(await rowIn(shown, 'Created', 1)).toContain('Person 1');
    await shown.screen.press('Back to the selection');
    org.emit(
      { uiapi: { query: { Contact: { edges: [{ node: contactNode(2) }] } } } },
      ofQuery('ExternalUserSelectedContacts')
    );
    org.emit(usersData([]), ofUsers);
    await settled();
    create.mockClear();
    await createUsers(shown, 1);
    expect(sentContacts()).toEqual([contactId(2)]);
  });
});
