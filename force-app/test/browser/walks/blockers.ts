import { chooseProfile, openAndStart, press, startEnabling } from '../../../../scripts/shared/browser/enabling.ts';
import { expect } from '../harness.ts';
import type { Walk } from './walk.ts';

/** What a person reads before a user can be created. */
export const BLOCKERS_WALK: Walk = {
  title: 'what blocks, what to read first and what can’t be seen',
  org: 'owner-without-role',
  person: 'Sales Ops',
  run: async (page, localOrg, visit) => {
    const blocked = await openAndStart(page, 'Amélie Dubois');
    await expect(blocked.getByText('Not yet: 1 thing to fix')).toBeVisible();
    await visit('blocked');
    await blocked.getByText('Copy message for my admin').click();
    await visit('message for the admin');

    await localOrg.reset('no-allow-list');
    const unreadable = await openAndStart(page, 'Amélie Dubois');
    await press(unreadable, 'Show checks');
    await expect(unreadable.getByText('We see only the profiles')).toBeVisible();
    await visit('unknown');

    await localOrg.reset('dont-process');
    const readFirst = await openAndStart(page, '由紀 田中');
    await expect(readFirst.getByText('You can go on, but read this first: 1')).toBeVisible();
    await visit('read first');

    await localOrg.reset('right-to-left');
    const rightToLeft = await openAndStart(page, 'ليلى الحربي');
    await expect(rightToLeft.getByText(/\d+ checks passed/)).toBeVisible();
    await visit('names from right to left');
    await chooseProfile(rightToLeft, 'Acme Customer');
    await press(rightToLeft, 'Create User');
    await expect(rightToLeft.getByText(/is taken, here or/)).toBeVisible();
    await visit('refused at a field');

    await localOrg.reset('person-account');
    await page.goto('/lightning/o/Contact/list');
    await page.getByRole('link', { name: 'Northwind Ångström AB', exact: true }).first().click();
    await page.getByRole('heading', { name: 'Northwind Ångström AB', level: 1 }).waitFor();
    const company = await startEnabling(page);
    await expect(company.getByRole('button', { name: 'Open Contacts' })).toBeVisible();
    await visit('company');
  }
};
