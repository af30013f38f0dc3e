import { startingOrgNames } from 'sfdx-local-org';
import { openAndStart, press } from '../../../scripts/shared/browser/enabling.ts';
import { expectLine, unfoldChecks, type Line } from './checks.ts';
import { BLOCKED_SCREENS } from './blockedScreens.ts';
import { expect, test } from './harness.ts';
import { idOf, update } from './records.ts';
import { READY_SCREENS } from './readyScreens.ts';
import { comeBack } from './tabs.ts';

const FIRST_SCREENS = { ...READY_SCREENS, ...BLOCKED_SCREENS };

test('every starting org has an expected first screen', () => {
  expect(Object.keys(FIRST_SCREENS).sort()).toEqual([...startingOrgNames()].sort());
});

for (const [org, { person, contact, headline, lines }] of Object.entries(FIRST_SCREENS)) {
  test.describe(`in the org ${org}`, () => {
    test.use({ org, person });

    test(`${person} sees what is known and what stands in the way`, async ({ page }) => {
      const dialog = await openAndStart(page, contact);
      const create = dialog.getByRole('button', { name: 'Create User', exact: true });
      const name =
        headline === 'status'
          ? new RegExp(`^${contact} (?:can log in to|can’t log in|has an active user)`, 'u')
          : headline;
      await expect(dialog.getByRole('heading', { name, exact: true })).toBeVisible();
      const isOpen = headline !== 'status' && !headline.startsWith('Not yet');
      await (isOpen ? expect(create).toBeEnabled() : expect(create).toHaveCount(0));
      if (headline !== 'status') {
        await unfoldChecks(dialog);
      }
      for (const line of lines) {
        await expectLine(dialog, line);
      }
    });
  });
}

/** Common blockers and warnings of single contacts in the org `ready`. */
const HINDRANCES: readonly (readonly [contact: string, headline: string, line: Line])[] = [
  [
    'María José Núñez Peña',
    'Not yet: 1 thing to fix',
    {
      check: 'The account owner is inactive',
      is: 'Blocked',
      says: 'Piotr Nowak owns',
      fix: 'Change the owner'
    }
  ],
  [
    'Anand Krishnamurthy',
    'You can go on, but read this first: 1',
    { check: 'Anand Krishnamurthy has no email', is: 'Warning', says: 'Add one to the contact', fix: 'Edit Contact' }
  ],
  ['Suharto', 'Ready', { check: 'Email', is: 'Ready', says: 'Mail goes to suharto@kisumu-traders.example.' }]
];

for (const [contact, headline, line] of HINDRANCES) {
  test(`${contact}: ${String(line.check)}`, async ({ page }) => {
    const dialog = await openAndStart(page, contact);
    await expect(dialog.getByRole('heading', { name: headline, exact: true })).toBeVisible();
    await unfoldChecks(dialog);
    await expectLine(dialog, line);
  });
}

test.describe('a person without the permission', () => {
  test.use({ person: 'Without permission' });

  test('is told which permission set to ask for', async ({ page }) => {
    const dialog = await openAndStart(page, 'Amélie Dubois');
    await expectLine(dialog, {
      check: 'You can’t create external users yet',
      is: 'Blocked',
      says: 'assign you the permission set External User Enabler.'
    });
    await expect(dialog.getByRole('button', { name: 'Create User', exact: true })).toHaveCount(0);
  });
});

test.describe('once the cause is fixed elsewhere', () => {
  test.use({ org: 'owner-without-role', person: 'Sales Ops' });

  for (const how of ['Check Again', 'coming back to the tab'] as const) {
    test(`${how} opens the form`, async ({ page, server }) => {
      const dialog = await openAndStart(page, 'Amélie Dubois');
      await expect(dialog.getByRole('heading', { name: 'Not yet: 1 thing to fix' })).toBeVisible();
      const role = await idOf(server, 'UserRole', 'Nordic Sales');
      await update(server, 'User', await idOf(server, 'User', 'Dana Whitfield'), { UserRoleId: role });
      if (how === 'Check Again') {
        await press(dialog, how);
      } else {
        await comeBack(page);
      }
      await expect(dialog.getByRole('button', { name: 'Create User', exact: true })).toBeEnabled();
      await unfoldChecks(dialog);
      await expectLine(dialog, {
        check: 'Account owner',
        is: 'Ready',
        says: 'Dana Whitfield owns Northwind Ångström AB, is active and has a role.'
      });
    });
  }
});
