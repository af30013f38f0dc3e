import { createElement } from 'lwc';
import Outcome from 'c/externalUserOutcome';
import { known, type ExistingUser } from 'c/externalUserRules';
import {
  customerLicense,
  customerProfile,
  inactiveUser,
  readyContact,
  readyOrg
} from '../../../../../test/jest/facts.ts';
import { screenOf, settled } from '../../../../../test/jest/screen.ts';

const user: ExistingUser = {
  ...inactiveUser,
  username: 'amelie.dubois@northwind.example',
  email: 'amelie@northwind.example',
  isActive: true,
  lastLogin: null
};
const license = known({ ...customerLicense, used: known(4) });

const created = {
  user,
  org: { ...readyOrg, profiles: known([{ ...customerProfile, license }]) },
  contact: readyContact,
  email: 'amelie@typed.example',
  profileId: customerProfile.id,
  usedBefore: 3,
  wasFoundLater: false
};

async function show(changes: object = {}) {
  const element = createElement('c-external-user-outcome', { is: Outcome });
  Object.assign(element, created, changes);
  document.body.appendChild(element);
  await settled();
  return { element, screen: screenOf(element) };
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('the outcome', () => {
  it('shows the user as stored in the org and offers no change', async () => {
    const { element, screen } = await show();
    expect(screen.text()).toContain('Amélie Dubois is an external user now');
    expect(screen.text()).toContain('Username amelie.dubois@northwind.example Status Active Profile Acme Customer');
    expect(screen.text()).toContain('License Customer Community: 3 → 4 of 20 seats used');
    expect(screen.text()).not.toContain('No second one was created');
    expect(screen.find('button')).toEqual([]);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['an inactive user', { user: { ...user, isActive: false } }, 'Amélie Dubois was created but is not active'],
    ['a user who was found later', { wasFoundLater: true }, 'it has this user. No second one was created.'],
    ['a user who can’t be read back', { user: undefined }, 'Salesforce accepted the user, but the new record can’t be'],
    ['the seats of a user who can’t be read back', { user: undefined }, '3 → 4 of 20 seats used'],
    ['the address that the mail goes to', {}, 'it goes to amelie@northwind.example'],
    [
      'the address that was sent, for a user who can’t be read back',
      { user: undefined },
      'it goes to amelie@typed.example'
    ],
    ['the next steps', {}, 'Next steps See that the profile is a member of the site']
  ])('shows %s', async (_what, changes, words) => {
    const { element, screen } = await show(changes);
    expect(screen.text()).toContain(words);
    await expect(element).toBeAccessible();
  });
});
