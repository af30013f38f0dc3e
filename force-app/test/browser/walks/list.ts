import { press } from '../../../../scripts/shared/browser/enabling.ts';
import { onCreation } from '../creation.ts';
import { expect } from '../harness.ts';
import { chooseSeats, LIST, openPlan, REFUSAL, REFUSED, SEATS } from '../massEnablement.ts';
import type { Walk } from './walk.ts';

/** The plan, the run and the result of many contacts. */
export const LIST_WALK: Walk = {
  title: 'list, plan, pause and result of many contacts',
  org: 'list',
  run: async (page, localOrg, visit) => {
    await page.goto(LIST);
    await page.getByRole('checkbox', { name: 'Select Amélie Dubois' }).check();
    await visit('list');

    const plan = await openPlan(page);
    await visit('plan');
    await chooseSeats(plan);
    await visit('seats');

    await localOrg.addFault(onCreation({ kind: 'delay', milliseconds: 300 }, 8));
    await localOrg.addFault(onCreation(REFUSAL, REFUSED));
    for (const tab of [/^Needs a decision/, /^Blocked/, /^Already users/, /^Ready/]) {
      await plan.getByRole('tab', { name: tab }).click();
      await visit(`tab ${tab.source.slice(1)}`);
    }
    await press(plan, `Create ${SEATS} Users`);
    await expect(plan.getByRole('heading', { name: `Create ${SEATS} users?` })).toBeVisible();
    await visit('question');
    await press(plan, `Create ${SEATS} Users`);
    await press(plan, 'Pause');
    await expect(plan.getByText(/^Paused\. \d+ of 47$/).first()).toBeVisible();
    await visit('paused');
    await press(plan, 'Resume');
    await expect(plan.getByRole('tab', { name: `Not created ${REFUSED}` })).toHaveAttribute('aria-selected', 'true');
    await visit('result');
  }
};
