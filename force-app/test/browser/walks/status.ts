import { openAndStart, openContact, press, startEnabling } from '../../../../scripts/shared/browser/enabling.ts';
import { askTo, onChange } from '../activation.ts';
import { cardOf, headlineOf } from '../card.ts';
import { ALL } from '../creation.ts';
import { expect } from '../harness.ts';
import type { Walk } from './walk.ts';

const NAME = 'Amélie Dubois';

/** A contact's user in the card and the action, and how its seat is freed and taken again. */
export const STATUS_WALK: Walk = {
  title: 'the user in card and action, deactivated and reactivated',
  org: 'user-exists',
  run: async (page, localOrg, visit) => {
    await openContact(page, NAME);
    const card = cardOf(page);
    await expect(card).toContainText('amelie.dubois@northwind-angstrom.example.acme');
    await visit('card');
    const dialog = await startEnabling(page);
    await expect(dialog.getByText('Customer Community · 16 of 20 seats free')).toBeVisible();
    await visit('status');
    const question = await askTo(dialog, 'Deactivate', NAME);
    await visit('question before a deactivation');
    await press(question, 'Deactivate');
    await expect(dialog.getByRole('button', { name: 'Undo' })).toBeFocused();
    await visit('deactivated');

    await localOrg.addFault(onChange({ kind: 'dropBeforeCommit' }, ALL));
    await press(await askTo(dialog, 'Reactivate', NAME), 'Reactivate');
    await expect(dialog.getByText(`${NAME} was not changed.`)).toBeVisible();
    await visit('reactivation that fails');

    await localOrg.reset('inactive-user-no-seat');
    const full = await openAndStart(page, NAME);
    await expect(headlineOf(full)).toHaveText(`${NAME} can’t log in`);
    await expect(full.getByRole('button', { name: /^Deactivate (?!User$)/u })).toHaveCount(3);
    await visit('no seat to reactivate');

    await localOrg.reset('no-seats');
    const blocked = await openAndStart(page, NAME);
    const holders = blocked.getByRole('button', { name: /^Deactivate (?!User$)/u });
    await expect(holders.first()).toBeVisible();
    await visit('no seat');
    await holders.first().click();
    await expect(blocked.getByRole('group', { name: /^Deactivate .+\?$/u })).toBeVisible();
    await visit('question before a seat is freed');
  }
};
