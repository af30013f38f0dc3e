import { createElement } from 'lwc';
import Confirm, { type Question } from 'c/externalUserConfirm';
import { screenOf, settled } from '../../../../../test/jest/screen.ts';

const confirm = jest.fn<Promise<void>, []>();
const question: Question = {
  sentence: 'Deactivate Amélie Dubois?',
  body: 'Amélie Dubois can’t log in any more.',
  confirmLabel: 'Deactivate',
  isDestructive: true,
  confirm
};

async function show(changes: Partial<Question> = {}) {
  const element = createElement('c-external-user-confirm', { is: Confirm });
  element.question = { ...question, ...changes };
  const heard = { answered: jest.fn(), keydown: jest.fn() };
  for (const [name, listener] of Object.entries(heard)) {
    element.addEventListener(name, listener);
  }
  document.body.appendChild(element);
  await settled();
  return { element, heard, screen: screenOf(element) };
}

/** A confirmed action that ends when the test says so. */
function holdAction(): () => void {
  let end = (): void => undefined;
  confirm.mockReturnValue(
    new Promise((resolve) => {
      end = resolve;
    })
  );
  return () => {
    end();
  };
}

function pressKey(screen: ReturnType<typeof screenOf>, key: string): void {
  const [heading] = screen.find('h3');
  heading?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
}

beforeEach(() => {
  confirm.mockReset().mockResolvedValue();
});

afterEach(() => {
  document.body.replaceChildren();
});

describe('the question', () => {
  it('shows what is asked and what follows, and takes the focus', async () => {
    const { element, screen } = await show();
    expect(screen.text()).toBe(`${question.sentence} ${question.body ?? ''} Cancel Deactivate`);
    expect(screen.focused()?.textContent).toBe(question.sentence);
    await expect(element).toBeAccessible();
  });

  it('takes the focus only once', async () => {
    const { element, screen } = await show();
    screen.button('Deactivate').focus();
    element.question = { ...question, body: 'Something else.' };
    await settled();
    expect(screen.text()).toContain('Something else.');
    expect(screen.focused()?.textContent).toBe('Deactivate');
  });

  it('is over when it is cancelled, and nothing was done', async () => {
    const { heard, screen } = await show();
    await screen.press('Cancel');
    expect(heard.answered).toHaveBeenCalledTimes(1);
    expect(confirm).not.toHaveBeenCalled();
  });

  it('runs the action when it is confirmed, and is over when the action ends', async () => {
    const end = holdAction();
    const { element, heard, screen } = await show();
    await screen.press('Deactivate');
    expect(confirm).toHaveBeenCalledTimes(1);
    expect(heard.answered).not.toHaveBeenCalled();
    expect(['Cancel', 'Deactivate'].map((name) => screen.button(name).disabled)).toEqual([true, true]);
    await expect(element).toBeAccessible();
    end();
    await settled();
    expect(heard.answered).toHaveBeenCalledTimes(1);
  });

  it('can’t be confirmed twice', async () => {
    holdAction();
    const { screen } = await show();
    const button = screen.button('Deactivate');
    button.click();
    button.click();
    await settled();
    expect(confirm).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['is cancelled at Escape, which the modal doesn’t get', 'Escape', 1, 0],
    ['ignores other keys', 'Enter', 0, 1]
  ])('%s', async (_what, key, answered, passedOn) => {
    const { heard, screen } = await show();
    pressKey(screen, key);
    expect(heard.answered).toHaveBeenCalledTimes(answered);
    expect(heard.keydown).toHaveBeenCalledTimes(passedOn);
  });

  it('stays at Escape while the action runs, and so does the modal', async () => {
    holdAction();
    const { heard, screen } = await show();
    await screen.press('Deactivate');
    pressKey(screen, 'Escape');
    expect(heard.answered).not.toHaveBeenCalled();
    expect(heard.keydown).not.toHaveBeenCalled();
  });
});
