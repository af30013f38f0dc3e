import { createElement } from 'lwc';
import Checklist from 'c/externalUserChecklist';
import type { Finding } from 'c/externalUserRules';
import { screenOf, settled } from '../../../../../test/jest/screen.ts';

const ownerWithoutRole: Finding = {
  check: 'owner',
  code: 'ownerWithoutRole',
  status: 'blocked',
  record: { id: '005000010000004AAA', name: 'Freja Lindqvist' },
  words: ['Freja Lindqvist', 'Northwind Ångström AB'],
  fix: 'giveRole'
};
const notAPartner: Finding = {
  check: 'partner',
  code: 'partnerAccountNotEnabled',
  status: 'blocked',
  record: { id: '001000010000001AAA', name: 'Kisumu Traders Ltd' },
  words: ['Kisumu Traders Ltd'],
  fix: 'enablePartnerAccount'
};
const none = { record: null, words: [], fix: null };
const noUserYet: Finding = { check: 'user', code: 'noUserYet', status: 'pass', ...none };
const siteNotLive: Finding = { ...none, check: 'site', code: 'siteNotLive', status: 'warning', words: ['Acme Beta'] };
const seatsHidden: Finding = { check: 'seats', code: 'seatsHidden', status: 'unknown', ...none };
const sitePending: Finding = { check: 'site', code: 'pending', status: 'pending', ...none };

function show(findings: readonly Finding[]) {
  const element = createElement('c-external-user-checklist', { is: Checklist });
  element.findings = findings;
  document.body.appendChild(element);
  return element;
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('the checklist', () => {
  it.each([
    ['Ready', noUserYet, 'One user per contact', 'This contact has no user yet.'],
    ['Blocked', ownerWithoutRole, 'Account owner', 'The account owner has no role.'],
    ['Warning', siteNotLive, 'Site', 'No site is live: Acme Beta.'],
    ['Unknown', seatsHidden, 'License seats', 'We can’t see how many seats are free.'],
    ['nothing yet', sitePending, 'Site', 'Checking…']
  ])('shows the status %s, the name of the check and its sentence', async (status, finding, check, sentence) => {
    const element = show([finding]);
    await settled();
    const text = screenOf(element).text();
    expect(text).toContain(status === 'nothing yet' ? `${check} ${sentence}` : `${status} ${check} ${sentence}`);
    await expect(element).toBeAccessible();
  });

  it('is a list with one item for each finding, in order', async () => {
    const element = show([noUserYet, ownerWithoutRole, siteNotLive]);
    await settled();
    const items = screenOf(element).find('li');
    expect(items.map(({ dataset }) => dataset['check'])).toEqual(['user', 'owner', 'site']);
    await expect(element).toBeAccessible();
  });

  it('keeps the row of a check when its answer comes', async () => {
    const element = show([noUserYet, sitePending]);
    await settled();
    const rows = screenOf(element).find('li');
    element.findings = [noUserYet, siteNotLive];
    await settled();
    expect(screenOf(element).find('li')).toEqual(rows);
    expect(screenOf(element).text()).toContain('No site is live: Acme Beta.');
  });

  it('links to the page of a fix, and fires what is fixed in the action when pressed', async () => {
    const element = show([noUserYet, ownerWithoutRole, notAPartner]);
    const fixes: unknown[] = [];
    element.addEventListener('fix', (event) => fixes.push((event as CustomEvent).detail));
    await settled();
    const screen = screenOf(element);
    expect(screen.find('a, button')).toHaveLength(2);
    expect(screen.link('Give Freja Lindqvist a role').getAttribute('href')).toBe(
      '/lightning/r/User/005000010000004AAA/view'
    );
    await screen.press('Enable as Partner Account');
    expect(fixes).toEqual([notAPartner]);
  });
});
