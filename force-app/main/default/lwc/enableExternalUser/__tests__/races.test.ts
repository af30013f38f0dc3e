import { getRecord } from 'lightning/uiRecordApi';
import {
  contactRecord,
  newUserData,
  newUserNode,
  noUserData,
  ofQuery,
  organizationNode,
  queryData
} from '../../../../../test/jest/answers.ts';
import { readyContact, readyDraft } from '../../../../../test/jest/facts.ts';
import { holdCreation, type Held } from '../../../../../test/jest/heldCreation.ts';
import { settled } from '../../../../../test/jest/screen.ts';
import { create, org, refusal, usersSent } from '../../../../../test/jest/testOrg.ts';
import { testWire } from '../../../../../test/jest/wires.ts';
import {
  creationMakes,
  open,
  openDetails,
  openReady,
  startAnew,
  type Shown
} from '../../../../../test/jest/openedAction.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });

startAnew();

const ofUser = ofQuery('ExternalUserOfContact');
const lost = new TypeError('Failed to fetch');
const created = 'Amélie Dubois now has a user';
const already = 'Amélie Dubois already has the user amelie.dubois@northwind.example, so no second one was created.';
const sentEarlier = 'The user was sent before this window was opened. Waiting for the result…';
const theirUser = queryData({
  User: [{ ...newUserNode, CreatedById: { value: '005000010000002AAA' } }],
  Organization: [organizationNode]
});
const permissionSetIds = ['0PS000010000001AAA'];

/** Opens the form, chooses a permission set and sends; the request is answered by the test. */
async function sendAndHold(): Promise<Shown & { readonly held: Held }> {
  const shown = await openDetails();
  const detail = { ...readyDraft, permissionSetIds };
  shown.screen.find('c-external-user-details')[0]?.dispatchEvent(new CustomEvent('draftchange', { detail }));
  await settled();
  const held = holdCreation();
  await shown.screen.press('Create User');
  expect(usersSent()).toHaveLength(1);
  return { ...shown, held };
}

/** The permission sets that were assigned, by the user who got them. */
function assigned(): readonly unknown[] {
  return create.mock.calls
    .filter(([{ apiName }]) => apiName === 'PermissionSetAssignment')
    .map(([{ fields }]) => fields['AssigneeId']);
}

function sentCount(): number {
  return create.mock.calls.filter(([{ apiName }]) => apiName === 'User').length;
}

describe('the window of the action that is closed while a user is sent', () => {
  it('shows on reopening that the user is under way, and its outcome when the answer comes', async () => {
    const { element, held } = await sendAndHold();
    element.remove();
    const { element: next, screen } = await openReady();
    expect(screen.role('status')).toContain(sentEarlier);
    await expect(next).toBeAccessible();
    org.emit(newUserData, ofUser);
    await held.answer();
    expect(screen.text()).toContain(created);
    expect(assigned()).toEqual(['00500001000000IAAQ']);
    expect(sentCount()).toBe(1);
  });

  it('assigns the permission sets although no window is open, and shows the outcome on reopening', async () => {
    const { element, held } = await sendAndHold();
    element.remove();
    await held.answer();
    expect(assigned()).toEqual(['00500001000000IAAQ']);
    const { screen } = await openReady({ user: newUserData });
    expect(screen.hasButton('Done')).toBe(true);
    expect(screen.text()).toContain(created);
    expect(sentCount()).toBe(1);
  });

  it.each([
    ['its own user', newUserData, created, ['00500001000000IAAQ']],
    ['somebody else’s user', theirUser, already, []]
  ])('looks up after reopening what became of a lost answer: %s', async (_what, found, sentence, holders) => {
    const { element, held } = await sendAndHold();
    element.remove();
    await held.reject(lost);
    expect(assigned()).toEqual([]);
    const { screen } = await openReady({ user: found });
    expect(screen.text()).toContain(sentence);
    expect(assigned()).toEqual(holders);
    expect(sentCount()).toBe(1);
  });

  it('says after reopening that a lost request created no user, and keeps the form', async () => {
    const { element, held } = await sendAndHold();
    element.remove();
    await held.reject(lost);
    const { screen } = await openReady();
    const [alert] = screen.role('alert');
    expect(alert).toContain('No answer came from Salesforce.');
    expect(alert).toContain('We looked: no user was created.');
    expect(screen.button('Create User').disabled).toBe(false);
  });

  it('shows a refusal on reopening, and can send again', async () => {
    const { element, held } = await sendAndHold();
    element.remove();
    await held.reject(refusal('UNKNOWN_EXCEPTION', 'portal account owner must have a role'));
    const { screen } = await openReady();
    expect(screen.role('alert')[0]).toContain('portal account owner must have a role');
    creationMakes(newUserData);
    await screen.press('Create User');
    expect(sentCount()).toBe(2);
    expect(screen.text()).toContain(created);
  });

  it('doesn’t believe what its own wires last got, when it is closed during a look-up', async () => {
    const { element, held } = await sendAndHold();
    org.refresh.mockImplementation(() => new Promise(() => undefined));
    await held.reject(lost);
    element.remove();
    await settled();
    org.refresh.mockResolvedValue();
    const { screen } = await openReady({ user: newUserData });
    expect(screen.text()).toContain(created);
    expect(sentCount()).toBe(1);
  });

  it('forgets an outcome that was shown: the next opening shows the user', async () => {
    const { element, screen, held } = await sendAndHold();
    org.emit(newUserData, ofUser);
    await held.answer();
    expect(screen.text()).toContain(created);
    element.remove();
    const { screen: next } = await openReady({ user: newUserData });
    expect(next.find('h3')[0]?.textContent).toBe('Amélie Dubois has an active user');
    expect(next.hasButton('Done')).toBe(false);
  });

  it('remembers an open request after its message was shown: the next attempt looks first', async () => {
    const { element, screen, held } = await sendAndHold();
    org.refresh.mockRejectedValueOnce(lost);
    await held.reject(lost);
    expect(screen.role('alert')[0]).toContain('We don’t know whether a user was created');
    element.remove();
    const { screen: next } = await openDetails();
    org.refresh.mockImplementation(() => {
      org.emit(newUserData, ofUser);
      return Promise.resolve();
    });
    await next.press('Create User');
    expect(sentCount()).toBe(1);
    expect(next.text()).toContain(created);
  });

  it('shows nothing of it in the window of another contact', async () => {
    const { element } = await sendAndHold();
    element.remove();
    const { screen } = open('003000010000002AAA');
    await settled();
    expect(screen.text()).toContain('Checking…');
  });
});

describe('two windows of one page for the same contact', () => {
  it('send one user, and both show it', async () => {
    const first = await openDetails();
    const second = await openDetails();
    const held = holdCreation();
    await first.screen.press('Create User');
    await second.screen.press('Create User');
    expect(sentCount()).toBe(1);
    expect(second.screen.role('status')).toContain(sentEarlier);
    org.emit(newUserData, ofUser);
    await held.answer();
    expect(first.screen.text()).toContain(created);
    expect(second.screen.text()).toContain(created);
  });
});

describe('while a user is sent', () => {
  it.each([
    [
      'facts that are read anew',
      () => {
        testWire(getRecord).emit(contactRecord({ Name: 'Amélie Martin' }));
      }
    ],
    [
      'an answer from before the request',
      () => {
        org.emit(noUserData, ofUser);
      }
    ],
    [
      'an error of the contact',
      () => {
        testWire(getRecord).emitError({ status: 500 });
      }
    ],
    [
      'the user that appears',
      () => {
        org.emit(newUserData, ofUser);
      }
    ]
  ])('%s leave it on screen', async (_what, happen) => {
    const { screen, held } = await sendAndHold();
    happen();
    await settled();
    expect(screen.role('status')).toContain('Creating the user…');
    expect(sentCount()).toBe(1);
    org.emit(newUserData, ofUser);
    await held.answer();
    expect(screen.text()).toContain('now has a user');
  });

  it('a second and a third click send nothing', async () => {
    const { screen } = await openDetails();
    const held = holdCreation();
    const button = screen.button('Create User');
    button.click();
    button.click();
    await settled();
    button.click();
    await settled();
    expect(sentCount()).toBe(1);
    await held.answer();
  });
});

describe('after a user was created', () => {
  it.each([
    [
      'a stale answer of a wire',
      () => {
        org.emit(noUserData, ofUser);
      }
    ],
    [
      'an error of a wire',
      () => {
        org.emitErrors([{ message: 'Failed' }], ofUser);
      }
    ]
  ])('%s takes nothing back, and nothing is sent again', async (_what, happen) => {
    creationMakes(newUserData);
    const { screen } = await openDetails();
    await screen.press('Create User');
    expect(screen.text()).toContain(created);
    happen();
    await settled();
    expect(screen.hasButton('Done')).toBe(true);
    expect(screen.hasButton('Create User')).toBe(false);
    expect(create).toHaveBeenCalledTimes(1);
    expect(usersSent()[0]).toMatchObject({ ContactId: readyContact.id });
  });
});
