import {
  chooseKind,
  chooseProfile,
  openContact,
  outcomeOf,
  press,
  startEnabling
} from '../../../../scripts/shared/browser/enabling.ts';
import { unfoldForm } from '../checks.ts';
import { onCreation } from '../creation.ts';
import { expect } from '../harness.ts';
import type { Walk } from './walk.ts';

/** From the question what the org has to the new user, with a failure on the way. */
export const ACTION_WALK: Walk = {
  title: 'each state on the way to a user',
  org: 'ready',
  run: async (page, localOrg, visit) => {
    await page.clock.install();
    await localOrg.addFault({
      method: 'POST',
      path: '/graphql',
      operation: 'ExternalUserSites',
      times: 1,
      effect: { kind: 'hangBeforeCommit' }
    });
    await openContact(page, 'Jamal Okafor');
    const dialog = await startEnabling(page);
    await expect(dialog.getByText('Checking…')).toBeVisible();
    await visit('checking');

    await localOrg.clearFaults();
    await expect(dialog.getByText('All 11 checks passed.')).toBeVisible();
    await visit('ready');
    await press(dialog, 'Show checks');
    await expect(dialog.getByText('Live: Acme Help, Acme Partners.')).toBeVisible();
    await visit('checks');
    await press(dialog, 'Next');

    await chooseKind(dialog, 'Partner');
    await press(dialog, 'Enable as Partner Account');
    await expect(
      dialog.getByRole('heading', { name: 'Enable Kisumu Traders Ltd as a partner account?' })
    ).toBeFocused();
    await visit('question');

    await press(dialog, 'Cancel');
    await unfoldForm(dialog);
    await dialog.getByRole('textbox', { name: 'Username' }).fill('jamal');
    await press(dialog, 'Create User');
    await expect(dialog.getByText(/Fields that need attention: .*Username\./)).toBeVisible();
    await visit('details with problems');

    await dialog.getByRole('textbox', { name: 'Username' }).fill('jamal@kisumu-traders.example');
    await chooseKind(dialog, 'Customer');
    await chooseProfile(dialog, 'Acme Customer Plus');
    await expect(dialog.getByText('Fields that need attention')).toHaveCount(0);
    await visit('details');

    await localOrg.addFault(onCreation({ kind: 'hangBeforeCommit' }));
    await press(dialog, 'Create User');
    await expect(dialog.getByRole('status').filter({ hasText: 'Creating the user…' })).toBeVisible();
    await visit('creating');

    await page.clock.fastForward(60_000);
    await expect(dialog.getByRole('alert')).toContainText('No answer came from Salesforce.');
    await dialog.getByText('Technical details').click();
    await visit('failure, unfolded');

    await press(dialog, 'Create User');
    await expect(outcomeOf(dialog, 'Jamal Okafor')).toBeVisible();
    await visit('outcome');
  }
};
