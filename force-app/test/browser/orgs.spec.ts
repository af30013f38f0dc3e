import { startingOrgNames } from 'sfdx-local-org';
import { openAndStart, press } from '../../../scripts/shared/browser/enabling.ts';
import { expectLine, type Line } from './checks.ts';
import { BLOCKED_SCREENS } from './blockedScreens.ts';
import { expect, test } from './harness.ts';
import { idOf, update } from './records.ts';
import { READY_SCREENS } from './readyScreens.ts';

const FIRST_SCREENS = { ...READY_SCREENS, ...BLOCKED_SCREENS };

test('every starting org has an expected first screen', () => {
  expect(Object.keys(FIRST_SCREENS).sort()).toEqual([...startingOrgNames()].sort());
});

for (const [org, { person, contact, next, lines }] of Object.entries(FIRST_SCREENS)) {
  test.describe(`in the org ${org}`, () => {
    test.use({ org, person });

    test(`${person} sees what is known and what stands in the way`, async ({ page }) => {
      const dialog = await openAndStart(page, contact);
      const button = dialog.getByRole('button', { name: 'Next', exact: true });
      switch (next) {
        case 'open':
          await expect(button).toBeEnabled();
          await expect(dialog.getByText('Nothing stands in the way.')).toBeVisible();
          break;
        case 'closed':
          await expect(dialog.getByText('One thing stands in the way. Clear it to go on.')).toBeVisible();
          await expect(button).toBeDisabled();
          break;
        case 'status':
          await expect(dialog.getByRole('heading', { name: `${contact} has a user already` })).toBeVisible();
          await expect(button).toHaveCount(0);
          break;
      }
      for (const line of lines) {
        await expectLine(dialog, line);
      }
    });
  });
}

/** Common blockers and warnings of single contacts in the org `ready`. */
const HINDRANCES: readonly (readonly [contact: string, next: 'open' | 'closed', line: Line])[] = [
  [
    'María José Núñez Peña',
    'closed',
    { check: 'Account owner', is: 'Blocked', says: /Piotr Nowak owns .* but is inactive\./, fix: 'Open Account' }
  ],
  [
    'Anand Krishnamurthy',
    'open',
    { check: 'Email', is: 'Warning', says: 'Anand Krishnamurthy has no email.', fix: 'Edit Contact' }
  ],
  ['Suharto', 'open', { check: 'Email', is: 'Ready', says: 'Mail goes to suharto@kisumu-traders.example.' }]
];

for (const [contact, next, line] of HINDRANCES) {
  test(`${contact}: ${line.check}`, async ({ page }) => {
    const dialog = await openAndStart(page, contact);
    const button = dialog.getByRole('button', { name: 'Next', exact: true });
    await expectLine(dialog, line);
    await (next === 'open' ? expect(button).toBeEnabled() : expect(button).toBeDisabled());
  });
}

test.describe('a person without the permission', () => {
  test.use({ person: 'Without permission' });

  test('is told which permission set to ask for', async ({ page }) => {
    const dialog = await openAndStart(page, 'Amélie Dubois');
    await expectLine(dialog, {
      check: 'Your permission',
      is: 'Blocked',
      says: 'assign you the permission set External User Enabler.'
    });
    await expect(dialog.getByRole('button', { name: 'Next', exact: true })).toBeDisabled();
  });
});

test.describe('once the cause is fixed elsewhere', () => {
  test.use({ org: 'owner-without-role', person: 'Sales Ops' });

  test('Check Again enables the Next button', async ({ page, server }) => {
    const dialog = await openAndStart(page, 'Amélie Dubois');
    await expect(dialog.getByText('One thing stands in the way.')).toBeVisible();
    const role = await idOf(server, 'UserRole', 'Nordic Sales');
    await update(server, 'User', await idOf(server, 'User', 'Dana Whitfield'), { UserRoleId: role });
    await press(dialog, 'Check Again');
    await expectLine(dialog, {
      check: 'Account owner',
      is: 'Ready',
      says: 'Dana Whitfield owns Northwind Ångström AB, is active and has a role.'
    });
    await expect(dialog.getByRole('button', { name: 'Next', exact: true })).toBeEnabled();
  });
});
