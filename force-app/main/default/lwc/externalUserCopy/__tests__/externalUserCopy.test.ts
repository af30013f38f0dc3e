import { createElement } from 'lwc';
import Copy from 'c/externalUserCopy';
import { screenOf, settled } from '../../../../../test/jest/screen.ts';

const clipboard = { writeText: jest.fn<Promise<void>, [string]>() };

async function show(properties: object) {
  const element = createElement('c-external-user-copy', { is: Copy });
  Object.assign(element, { label: 'Username', value: 'amelie@acme.example' }, properties);
  document.body.appendChild(element);
  await settled();
  return { element, screen: screenOf(element) };
}

beforeEach(() => {
  clipboard.writeText.mockReset().mockResolvedValue();
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
});

afterEach(() => {
  document.body.replaceChildren();
});

describe('a text with a Copy button', () => {
  it.each([
    ['the text', {}, 'amelie@acme.example'],
    ['the address of a link', { href: 'https://acme.example/help' }, 'https://acme.example/help']
  ])('copies %s and says so', async (_what, properties, copied) => {
    const { element, screen } = await show(properties);
    expect(screen.role('status')).toEqual(['']);
    expect(screen.button('Copy').getAttribute('aria-label')).toBe('Copy: Username');
    await screen.press('Copy');
    expect(clipboard.writeText.mock.calls).toEqual([[copied]]);
    expect(screen.role('status')).toEqual(['Copied']);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['is refused', { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) }],
    ['is missing', undefined]
  ])('selects the text where the clipboard %s', async (_what, value) => {
    Object.defineProperty(navigator, 'clipboard', { value, configurable: true });
    // Unlike browsers, jsdom selects nothing in a shadow tree.
    const select = jest.spyOn(Selection.prototype, 'selectAllChildren');
    const { screen } = await show({});
    await screen.press('Copy');
    expect(select.mock.calls.at(-1)).toEqual([screen.find('.shown')[0]]);
    expect(screen.role('status')).toEqual(['The text is selected: press the copy keys of your keyboard.']);
  });
});
