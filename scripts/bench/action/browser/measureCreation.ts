import { goOnAsCustomer, outcomeSentence } from '../../../shared/browser/enabling.ts';
import type { Measurement } from '../measurement.ts';
import { countBetween } from '../requests.ts';
import type { Opening } from './openings.ts';
import { clickAndWatch } from './watch.ts';

const CREATE_RECORD = '/ui-api/records';

type Creation = Pick<Measurement['requests'], 'toCreated' | 'toVerified' | 'depthOfCreation'>;

/** Continues from the first screen of our action, creates the user, and counts the requests to the org. */
export async function measureCreation({ page, traffic }: Opening, contactName: string): Promise<Creation> {
  const dialog = page.getByRole('dialog');
  await goOnAsCustomer(dialog);
  await traffic.quiet();
  await traffic.forget();
  const create = dialog.getByRole('button', { name: 'Create User', exact: true });
  const { clickedAt, shownAt } = await clickAndWatch(page, () => create.click(), {
    selector: '[role="dialog"]',
    text: outcomeSentence(contactName)
  });
  await traffic.quiet();
  const requests = await traffic.requests();
  const createdAt = requests.find(({ path }) => path.endsWith(CREATE_RECORD))?.end;
  if (createdAt === undefined) {
    throw new Error('The screen shows a new user, but no request created one.');
  }
  return {
    toCreated: countBetween(requests, clickedAt, createdAt),
    toVerified: countBetween(requests, createdAt, shownAt),
    depthOfCreation: countBetween(requests, clickedAt, shownAt).depth
  };
}
