import { createElement } from 'lwc';
import Activation, { type UserChange } from 'c/externalUserActivation';
import { notifyRecordUpdateAvailable, updateRecord } from 'lightning/uiRecordApi';
import { blockersOfReactivation, findPrerequisites, known, type ExistingUser, type Finding } from 'c/externalUserRules';
import { record } from '../../../../../test/jest/answers.ts';
import {
  customerLicense,
  fullLicense,
  inactiveUser,
  loginLicense,
  owner,
  readyContact,
  readyOrg
} from '../../../../../test/jest/facts.ts';
import { screenOf, settled } from '../../../../../test/jest/screen.ts';
import { refusal } from '../../../../../test/jest/testOrg.ts';

const activeUser: ExistingUser = { ...inactiveUser, isActive: true };
const update = jest.mocked(updateRecord);
const notify = jest.mocked(notifyRecordUpdateAvailable);

const noAnswer = { status: 0, statusText: '', body: undefined };
const noSeatLeft = refusal('LICENSE_LIMIT_EXCEEDED', 'License Limit Exceeded - Customer Community');

interface Properties {
  readonly user: ExistingUser;
  readonly license?: typeof customerLicense | undefined;
  readonly viewsSetup?: boolean;
  readonly blockers?: readonly Finding[];
}

/** The parent reads `found` after a change, fails to read with `fails`, and reads nothing without both. */
async function show(properties: Properties, reading: { found?: ExistingUser; fails?: boolean } = {}) {
  const element = createElement('c-external-user-activation', { is: Activation });
  Object.assign(element, { contactId: readyContact.id, license: customerLicense, viewsSetup: true }, properties);
  const toast = jest.fn();
  const refreshed = jest.fn();
  element.addEventListener('lightning__showtoast', ({ detail }: CustomEventInit<unknown>) => {
    toast(detail);
  });
  element.addEventListener('lightning__refresh', refreshed);
  element.addEventListener('userchange', (event) => {
    const { waitFor } = (event as CustomEvent<UserChange>).detail;
    if (reading.fails === true) {
      waitFor(Promise.reject(new Error('offline')));
    } else if (reading.found !== undefined) {
      Object.assign(element, { user: reading.found });
      waitFor(Promise.resolve(known(reading.found)));
    }
  });
  document.body.appendChild(element);
  await settled();
  return { element, screen: screenOf(element), toast, refreshed };
}

beforeEach(() => {
  jest.clearAllMocks();
  update.mockReset().mockResolvedValue(record('User', inactiveUser.id, {}));
});

afterEach(() => {
  document.body.replaceChildren();
});

describe('before the user is changed', () => {
  it.each([
    ['an active one', activeUser, 'Deactivate', 'From that moment on, Amélie Dubois can’t log in to any site.'],
    [
      'an inactive one',
      inactiveUser,
      'Reactivate',
      'Amélie Dubois can log in again, with the username amelie@old.example.'
    ]
  ])('the question explains the consequence for %s', async (_who, user, verb, words) => {
    const { element, screen } = await show({ user });
    await expect(element).toBeAccessible();
    await screen.press(`${verb} User`);
    expect(screen.text()).toContain(`${verb} Amélie Dubois? ${words}`);
    expect(screen.focused()?.textContent).toBe(`${verb} Amélie Dubois?`);
    expect(update).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('Cancel changes nothing', async () => {
    const { screen } = await show({ user: activeUser });
    await screen.press('Deactivate User');
    await screen.press('Cancel');
    expect(screen.text()).toBe('Deactivate User');
    expect(update).not.toHaveBeenCalled();
  });

  it.each([
    ['with a link to Company Information', true, ['Open Company Information']],
    ['without the link for a person who can’t open it', false, []]
  ])('a license without a free seat disables Reactivate, %s', async (_what, viewsSetup, links) => {
    const { element, screen } = await show({ user: inactiveUser, license: fullLicense, viewsSetup });
    expect(screen.button('Reactivate User').disabled).toBe(true);
    expect(screen.text()).toContain('No seat is free: Customer Community.');
    expect(screen.find('a').map(({ textContent }) => textContent)).toEqual(links);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['a full license of an active user', { user: activeUser, license: fullLicense }, 'Deactivate User'],
    ['a license that counts log-ins', { user: inactiveUser, license: loginLicense }, 'Reactivate User'],
    ['a license that can’t be read', { user: inactiveUser, license: undefined }, 'Reactivate User']
  ])('%s does not disable the button', async (_what, properties, button) => {
    const { screen } = await show(properties);
    expect(screen.button(button).disabled).toBe(false);
    expect(screen.text()).toBe(button);
  });
});

describe('an inactive user whose prerequisites are not met', () => {
  const without = { ...readyContact, owner: known({ ...owner, roleId: known(null) }) };
  const blockers = blockersOfReactivation(
    findPrerequisites({ contact: without, user: known(inactiveUser), org: readyOrg })
  );

  it('can’t be reactivated, and the sentence names the owner', async () => {
    const { element, screen } = await show({ user: inactiveUser, license: customerLicense, blockers });
    expect(screen.button('Reactivate User').disabled).toBe(true);
    expect(screen.text()).toContain(`${owner.name} owns`);
    await expect(element).toBeAccessible();
  });

  it('can be deactivated', async () => {
    const { screen } = await show({ user: activeUser, license: customerLicense, blockers });
    expect(screen.button('Deactivate User').disabled).toBe(false);
    expect(screen.text()).not.toContain(owner.name);
  });
});

describe('changing the user', () => {
  it.each([
    ['deactivates an active one', activeUser, inactiveUser, 'Deactivate User', 'Amélie Dubois can’t log in any more'],
    ['reactivates an inactive one', inactiveUser, activeUser, 'Reactivate User', 'Amélie Dubois can log in again']
  ])('%s, and makes the page read again', async (_what, user, found, button, title) => {
    const { element, screen, toast, refreshed } = await show({ user }, { found });
    await screen.press(button);
    await screen.press(button);
    expect(update.mock.calls).toEqual([[{ fields: { Id: user.id, IsActive: found.isActive } }]]);
    expect(toast.mock.calls).toEqual([[{ title, variant: 'success' }]]);
    expect(notify).toHaveBeenCalledWith([{ recordId: readyContact.id }, { recordId: user.profileId }]);
    expect(refreshed).toHaveBeenCalledTimes(1);
    expect(screen.text()).toBe(found.isActive ? 'Deactivate User' : 'Reactivate User');
    await expect(element).toBeAccessible();
  });

  it('shows the progress and sends nothing twice', async () => {
    let answer: (() => void) | undefined;
    update.mockReturnValue(
      new Promise((resolve) => {
        answer = () => {
          resolve(record('User', inactiveUser.id, {}));
        };
      })
    );
    const { element, screen } = await show({ user: activeUser }, { found: inactiveUser });
    await screen.press('Deactivate User');
    const confirm = screen.button('Deactivate User');
    confirm.click();
    confirm.click();
    await settled();
    expect(screen.role('status')).toEqual(['Changing Amélie Dubois…']);
    expect(['Cancel', 'Deactivate User'].map((name) => screen.button(name).disabled)).toEqual([true, true]);
    await expect(element).toBeAccessible();
    answer?.();
    await settled();
    expect(screen.role('status')).toEqual(['']);
    expect(update).toHaveBeenCalledTimes(1);
  });

  it('shows the refusal of the org and says that nothing changed', async () => {
    update.mockRejectedValue(noSeatLeft);
    const { element, screen, toast } = await show({ user: inactiveUser }, { found: inactiveUser });
    await screen.press('Reactivate User');
    await screen.press('Reactivate User');
    const [alert] = screen.role('alert');
    expect(alert).toContain('Amélie Dubois was not changed.');
    expect(alert).toContain('License Limit Exceeded - Customer Community');
    expect(toast).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
    await screen.press('Reactivate User');
    expect(screen.role('alert')).toEqual([]);
  });

  it.each([
    ['the user got the requested status meanwhile', inactiveUser, 'Reactivate User'],
    ['another user is shown', { ...activeUser, id: '005000010000777AAA' }, 'Deactivate User']
  ])('takes the question back where %s, so that no click does the opposite', async (_what, user, button) => {
    const { element, screen } = await show({ user: activeUser });
    await screen.press('Deactivate User');
    expect(screen.text()).toContain('Deactivate Amélie Dubois?');
    Object.assign(element, { user });
    await settled();
    expect(screen.text()).not.toContain('Deactivate Amélie Dubois?');
    await screen.press(button);
    expect(update).not.toHaveBeenCalled();
  });

  it('changes the user once, however fast a person clicks', async () => {
    const { screen } = await show({ user: activeUser }, { found: inactiveUser });
    await screen.press('Deactivate User');
    const button = screen.button('Deactivate User');
    button.click();
    button.click();
    await settled();
    expect(update).toHaveBeenCalledTimes(1);
  });

  it('keeps its question while the change is under way, and its status is read', async () => {
    let answer: () => void = () => undefined;
    update.mockReturnValue(
      new Promise((resolve) => {
        answer = () => {
          resolve(record('User', inactiveUser.id, {}));
        };
      })
    );
    const { element, screen, toast } = await show({ user: activeUser }, { found: inactiveUser });
    await screen.press('Deactivate User');
    await screen.press('Deactivate User');
    Object.assign(element, { user: inactiveUser });
    await settled();
    expect(screen.text()).toContain('Deactivate Amélie Dubois?');
    answer();
    await settled();
    expect(toast).toHaveBeenCalledWith({ title: 'Amélie Dubois can’t log in any more', variant: 'success' });
    expect(update).toHaveBeenCalledTimes(1);
  });

  it.each([
    [
      'has the requested status',
      { found: inactiveUser },
      'status',
      'No clear answer came, so Amélie Dubois was read again. The status is now: Inactive.'
    ],
    ['has the old status', { found: activeUser }, 'alert', 'Amélie Dubois was not changed.'],
    ['can’t be read', { fails: true }, 'alert', 'Whether Amélie Dubois was changed is not known.'],
    ['is not read', {}, 'alert', 'Whether Amélie Dubois was changed is not known.']
  ])('reads the user again after an unclear answer and reports a user that %s', async (_what, reading, role, words) => {
    update.mockRejectedValue(noAnswer);
    const { element, screen, toast, refreshed } = await show({ user: activeUser }, reading);
    await screen.press('Deactivate User');
    await screen.press('Deactivate User');
    expect(screen.role(role).join()).toContain(words);
    expect(screen.role('alert')).toHaveLength(role === 'alert' ? 1 : 0);
    expect(toast).not.toHaveBeenCalled();
    expect(refreshed).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });
});
