import { createElement } from 'lwc';
import Confirm from 'c/externalUserConfirm';
import { screenOf, settled } from '../../../../../test/jest/screen.ts';

const question = {
  heading: 'Deactivate Amélie Dubois?',
  body: 'Amélie Dubois can’t log in any more.',
  confirmLabel: 'Deactivate',
  cancelLabel: 'Keep Active'
};

async function show(changes: { isBusy?: boolean } = {}) {
  const element = createElement('c-external-user-confirm', { is: Confirm });
  Object.assign(element, question, changes);
  const heard = { confirm: jest.fn(), cancel: jest.fn(), keydown: jest.fn() };
  for (const [name, listener] of Object.entries(heard)) {
    element.addEventListener(name, listener);
  }
  document.body.appendChild(element);
  await settled();
  return { element, heard, screen: screenOf(element) };
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('the confirmation', () => {
  it('shows question and consequence and takes the focus', async () => {
    const { element, screen } = await show();
    expect(screen.text()).toBe(`${question.heading} ${question.body} Keep Active Deactivate`);
    expect(screen.focused()?.textContent).toBe(question.heading);
    await expect(element).toBeAccessible();
  });

  it('takes the focus only once', async () => {
    const { element, screen } = await show();
    screen.button('Deactivate').focus();
    Object.assign(element, { body: 'Something else.' });
    await settled();
    expect(screen.focused()?.textContent).toBe('Deactivate');
  });

  it.each([
    ['confirm', 'Deactivate'],
    ['cancel', 'Keep Active']
  ] as const)('fires %s when its button is pressed', async (event, button) => {
    const { heard, screen } = await show();
    await screen.press(button);
    expect(heard[event]).toHaveBeenCalledTimes(1);
    expect(heard.confirm.mock.calls.length + heard.cancel.mock.calls.length).toBe(1);
  });

  it.each([
    ['cancels at Escape and stops the event', 'Escape', {}, 1, 0],
    ['ignores other keys', 'Enter', {}, 0, 1],
    ['leaves Escape to the modal while the action runs', 'Escape', { isBusy: true }, 0, 1]
  ])('%s', async (_what, key, changes, cancelled, passedOn) => {
    const { heard, screen } = await show(changes);
    const [heading] = screen.find('h3');
    heading?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
    expect(heard.cancel).toHaveBeenCalledTimes(cancelled);
    expect(heard.keydown).toHaveBeenCalledTimes(passedOn);
  });

  it('can’t be answered twice', async () => {
    const { element, screen } = await show({ isBusy: true });
    expect(['Keep Active', 'Deactivate'].map((name) => screen.button(name).disabled)).toEqual([true, true]);
    await expect(element).toBeAccessible();
  });
});
