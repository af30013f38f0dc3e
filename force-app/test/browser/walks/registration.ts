import { expect } from '../harness.ts';
import { openRegistration, signUp } from '../registration.ts';
import type { Walk } from './walk.ts';

const EMAIL = 'mina.okonkwo@mail.example';

/** The pages of a site on which visitors register. */
export const REGISTRATION_WALK: Walk = {
  title: 'each state of a site’s pages for visitors',
  org: 'self-registration',
  run: async (page, localOrg, visit) => {
    await page.goto('/acmehelp/login');
    await visit('log-in');
    await openRegistration(page);
    await visit('form');
    await signUp(page, 'O'.repeat(81), EMAIL);
    await expect(page.getByRole('alert')).toContainText('Last Name: data value too large');
    await visit('refused value');
    await signUp(page, 'Lindqvist', 'freja.lindqvist@acme.example');
    await expect(page.getByRole('alert')).toContainText('Your request cannot be completed.');
    await visit('taken');
    await signUp(page, 'Okonkwo', EMAIL);
    await expect(page.getByRole('heading', { name: 'Now, check your email' })).toBeVisible();
    await visit('check your email');

    await localOrg.reset('no-live-site');
    await page.goto('/acmehelp/s/login/SelfRegister');
    await expect(page.getByRole('heading', { name: 'Under Construction' })).toBeVisible();
    await visit('under construction');
    await page.goto('/acmepartners/s/login/SelfRegister');
    await expect(page.getByRole('heading', { name: 'Down For Maintenance' })).toBeVisible();
    await visit('in maintenance');
  }
};
