import { createElement } from 'lwc';
import Checks from 'c/externalUserChecks';
import { summarizeChecks, type Finding } from 'c/externalUserRules';
import { screenOf, settled } from '../../../../../test/jest/screen.ts';

const none = { record: null, words: [], fix: null };
const site: Finding = { ...none, check: 'site', code: 'siteNotLive', status: 'warning', words: ['Acme Beta'] };
const user: Finding = { ...none, check: 'user', code: 'noUserYet', status: 'pass' };
const account: Finding = { ...none, check: 'account', code: 'accountPresent', status: 'pass', words: ['Acme'] };
const seats: Finding = { ...none, check: 'seats', code: 'seatsHidden', status: 'unknown' };

async function show(findings: readonly Finding[], isOpen = false) {
  const element = createElement('c-external-user-checks', { is: Checks });
  Object.assign(element, { checks: summarizeChecks(findings), isOpen });
  document.body.appendChild(element);
  await settled();
  const screen = screenOf(element);
  const folds = screen
    .find('details')
    .map((fold) => [fold.querySelector('summary')?.textContent, fold.hasAttribute('open')]);
  return { element, screen, folds };
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('the checks', () => {
  it('show what is to be fixed, and fold the others', async () => {
    const { element, screen, folds } = await show([user, site, account, seats]);
    expect(screen.text()).toContain('Warning No site is live: Acme Beta The user can be created');
    expect(folds).toEqual([
      ['2 checks passed', false],
      ['1 thing we can’t see from here', false]
    ]);
    await expect(element).toBeAccessible();
  });

  it('are unfolded for a person who asked for them', async () => {
    const { folds } = await show([user, seats], true);
    expect(folds).toEqual([
      ['1 check passed', true],
      ['1 thing we can’t see from here', true]
    ]);
  });

  it('have no fold without lines', async () => {
    const { folds } = await show([site]);
    expect(folds).toEqual([]);
  });
});
