import { createElement } from 'lwc';
import AdminMessage from 'c/externalUserAdminMessage';
import type { Finding } from 'c/externalUserRules';
import { account, owner, readyContact } from '../../../../../test/jest/facts.ts';
import { screenOf, settled } from '../../../../../test/jest/screen.ts';

const BUTTON = 'Copy message for my admin';
const words = [owner.name, account.name];
const none = { record: null, words: [], fix: null };
const permissionMissing: Finding = { check: 'permission', code: 'permissionMissing', status: 'blocked', ...none };
const ownerWithoutRole: Finding = {
  check: 'owner',
  code: 'ownerWithoutRole',
  status: 'blocked',
  record: owner,
  words,
  fix: 'giveRole',
  otherFixes: [{ fix: 'changeOwner', record: account, words }]
};
const clipboard = { writeText: jest.fn<Promise<void>, [string]>() };

async function show(findings: readonly Finding[]) {
  const element = createElement('c-external-user-admin-message', { is: AdminMessage });
  Object.assign(element, { findings, contact: readyContact });
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

describe('the message for an administrator', () => {
  it('names the contact with its link, what is missing, each fix with its page, and the permission', async () => {
    const { element, screen } = await show([permissionMissing, ownerWithoutRole]);
    await expect(element).toBeAccessible();
    await screen.press(BUTTON);
    const { origin } = window.location;
    expect(clipboard.writeText.mock.calls).toEqual([
      [
        [
          'Please help: Amélie Dubois can’t get an external user yet.',
          `${origin}/lightning/r/Contact/${readyContact.id}/view`,
          '',
          'I don’t have the permission to create this user. Please assign me the permission set External User Enabler.',
          'Open Permission Sets',
          `${origin}/lightning/setup/PermSets/home`,
          '',
          `The account owner has no role. ${owner.name} owns ${account.name}. Salesforce needs the owner to have a role before a contact can get a user.`,
          `Give ${owner.name} a role`,
          `${origin}/lightning/setup/ManageUsers/page?address=%2F${owner.id}%3Fnoredirect%3D1`,
          'Change the owner',
          `${origin}/lightning/r/Account/${account.id}/view`,
          'I can’t do this myself: I don’t have the permission Manage Internal Users.'
        ].join('\n')
      ]
    ]);
    expect(screen.role('status')).toEqual(['Copied']);
    expect(screen.find('pre')[0]?.textContent).toBe(clipboard.writeText.mock.calls[0]?.[0]);
    await expect(element).toBeAccessible();
  });

  it('is shown and selected where the clipboard is refused', async () => {
    clipboard.writeText.mockRejectedValue(new DOMException('', 'NotAllowedError'));
    // Unlike browsers, jsdom selects nothing in a shadow tree.
    const select = jest.spyOn(Selection.prototype, 'selectAllChildren');
    const { screen } = await show([ownerWithoutRole]);
    await screen.press(BUTTON);
    expect(select.mock.calls.at(-1)).toEqual([screen.find('pre')[0]]);
    expect(screen.role('status')).toEqual(['The text is selected: press the copy keys of your keyboard.']);
  });

  it('is not offered where no check needs an administrator', async () => {
    const accountMissing: Finding = { ...permissionMissing, check: 'account', code: 'accountMissing' };
    const { screen } = await show([accountMissing]);
    expect(screen.hasButton(BUTTON)).toBe(false);
  });
});
