import { openContact, startEnabling } from '../../../scripts/shared/browser/enabling.ts';
import { expect, test } from './harness.ts';

const PROFILE_RECORD = '/ui-api/records/00e';

test('the first screen asks for all it needs at once, and does not wait for licenses', async ({ page, localOrg }) => {
  await openContact(page, 'Amélie Dubois');
  await localOrg.addFault({
    method: 'POST',
    path: '/graphql',
    times: 10,
    effect: { kind: 'delay', milliseconds: 400 }
  });
  await localOrg.addFault({
    method: 'GET',
    path: `${PROFILE_RECORD}*`,
    times: 20,
    effect: { kind: 'delay', milliseconds: 8000 }
  });
  const asked: string[] = [];
  const askedLate: string[] = [];
  let isAnswered = false;
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/services/') && !pathname.includes(PROFILE_RECORD)) {
      (isAnswered ? askedLate : asked).push(`${request.method()} ${pathname}`);
    }
  });
  page.on('response', (response) => {
    isAnswered ||= response.url().endsWith('/graphql');
  });

  const dialog = await startEnabling(page);
  await expect(dialog.getByRole('button', { name: 'Next', exact: true })).toBeEnabled({ timeout: 5000 });
  expect(asked.length).toBeGreaterThan(0);
  expect(askedLate).toEqual([]);
});
