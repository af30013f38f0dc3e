import { createElement } from 'lwc';
import Activation, { type UserChange } from 'c/externalUserActivation';
import type { Question } from 'c/externalUserConfirm';
import { notifyRecordUpdateAvailable, updateRecord } from 'lightning/uiRecordApi';
import { findReactivationFindings, known, type ExistingUser, type Finding } from 'c/externalUserRules';
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
  const refreshed = jest.fn();
  const asked: Question[] = [];
  element.addEventListener('ask', (event) => {
    asked.push((event as CustomEvent<Question>).detail);
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
  const screen = screenOf(element);
  /** Presses the button, says yes, and gives the focus back, as the footer of the action does. */
  const change = async (button: string) => {
    await screen.press(button);
    await asked.at(-1)?.confirm();
    asked.at(-1)?.returnFocus?.();
    await settled();
  };
  return { element, screen, refreshed, asked, change };
}

beforeEach(() => {
  jest.clearAllMocks();
  update.mockReset().mockResolvedValue(record('User', inactiveUser.id, {}));
});

afterEach(() => {
  document.body.replaceChildren();
});

/** The label of the button that got the focus last; the stand-ins of base components can't take it. */
const focus = jest.spyOn(HTMLElement.prototype, 'focus');
const focused = () => Object(focus.mock.contexts.at(-1)) as { readonly label?: string };

describe('before the user is changed', () => {
  it.each([
    ['an active one', activeUser, 'Deactivate', true, 'Amélie Dubois can’t log in to any site from then on.'],
    ['an inactive one', inactiveUser, 'Reactivate', false, 'Amélie Dubois can log in again as amelie@old.example.']
  ])('asks the component around it for %s', async (_who, user, verb, isDestructive, body) => {
    const { element, screen, asked } = await show({ user });
    await expect(element).toBeAccessible();
    await screen.press(`${verb} User`);
    expect(asked).toMatchObject([
      { sentence: `${verb} Amélie Dubois?`, body: expect.stringContaining(body), confirmLabel: verb, isDestructive }
    ]);
    expect(update).not.toHaveBeenCalled();
  });

  it('gets the focus back from a question that is answered with no', async () => {
    const { screen, asked } = await show({ user: activeUser });
    await screen.press('Deactivate User');
    asked[0]?.returnFocus?.();
    expect(focused().label).toBe('Deactivate User');
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
    expect(screen.text()).not.toContain('No seat');
  });
});

describe('an inactive user whose prerequisites are not met', () => {
  const without = { ...readyContact, owner: known({ ...owner, roleId: known(null) }) };
  const { blockers } = findReactivationFindings(without, inactiveUser, readyOrg);

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
  ])('%s, makes the page read again, and can be undone', async (_what, user, found, button, says) => {
    const reading = { found };
    const { element, screen, refreshed, change } = await show({ user }, reading);
    await change(button);
    expect(update.mock.calls).toEqual([[{ fields: { Id: user.id, IsActive: found.isActive } }]]);
    expect(screen.role('status')).toEqual([says]);
    expect(focused().label).toBe('Undo');
    expect(notify).toHaveBeenCalledWith([{ recordId: readyContact.id }, { recordId: user.profileId }]);
    expect(refreshed).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();

    reading.found = user;
    await screen.press('Undo');
    expect(update).toHaveBeenLastCalledWith({ fields: { Id: user.id, IsActive: user.isActive } });
    expect(screen.hasButton('Undo')).toBe(false);
    expect(focused().label).toBe(button);
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
    const { element, screen, asked } = await show({ user: activeUser }, { found: inactiveUser });
    await screen.press('Deactivate User');
    void asked[0]?.confirm();
    void asked[0]?.confirm();
    await settled();
    expect(screen.role('status')).toEqual(['Changing Amélie Dubois…']);
    expect(screen.button('Deactivate User').disabled).toBe(true);
    await expect(element).toBeAccessible();
    answer?.();
    await settled();
    expect(update).toHaveBeenCalledTimes(1);
  });

  it('shows the refusal of the org, says that nothing changed, and has nothing to undo', async () => {
    update.mockRejectedValue(noSeatLeft);
    const { element, screen, change } = await show({ user: inactiveUser }, { found: inactiveUser });
    await change('Reactivate User');
    const [alert] = screen.role('alert');
    expect(alert).toContain('Amélie Dubois was not changed.');
    expect(alert).toContain('License Limit Exceeded - Customer Community');
    expect(screen.hasButton('Undo')).toBe(false);
    expect(focused().label).toBe('Reactivate User');
    await expect(element).toBeAccessible();
    await screen.press('Reactivate User');
    expect(screen.role('alert')).toEqual([]);
  });

  it.each([
    ['the user got the requested status meanwhile', inactiveUser],
    ['another user is shown', { ...activeUser, id: '005000010000777AAA' }]
  ])('does nothing where %s', async (_what, user) => {
    const { element, screen, asked } = await show({ user: activeUser });
    await screen.press('Deactivate User');
    Object.assign(element, { user });
    await settled();
    await asked[0]?.confirm();
    expect(update).not.toHaveBeenCalled();
  });

  it.each([
    [
      'has the requested status',
      { found: inactiveUser },
      'status',
      'No clear answer came, so we looked: Amélie Dubois is now Inactive.'
    ],
    ['has the old status', { found: activeUser }, 'alert', 'Amélie Dubois was not changed.'],
    ['can’t be read', { fails: true }, 'alert', 'We don’t know whether Amélie Dubois was changed.'],
    ['is not read', {}, 'alert', 'We don’t know whether Amélie Dubois was changed.']
  ])('reads the user again after an unclear answer and reports a user that %s', async (_what, reading, role, words) => {
    update.mockRejectedValue(noAnswer);
    const { element, screen, refreshed, change } = await show({ user: activeUser }, reading);
    await change('Deactivate User');
    expect(screen.role(role).join()).toContain(words);
    expect(screen.role('alert')).toHaveLength(role === 'alert' ? 1 : 0);
    expect(refreshed).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });
});
