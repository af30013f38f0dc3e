import type { Request } from '@playwright/test';
import { openContact, startEnabling } from '../../../scripts/shared/browser/enabling.ts';
import { expect, test } from './harness.ts';

/** The seats come second, because they depend on the profiles. */
const LICENSES = '/ui-api/records/batch/00e';

/** The form that opens asks for its own options. */
const FORM = ['/ui-api/object-info/', 'ExternalUserNamesInUse', 'PermissionSets'];

/** The page itself reads these after each new reading of the contact. */
const PAGE = 'UsersOfContact';

test('the first screen requests everything it needs at once and waits for nothing else', async ({ page, localOrg }) => {
  await openContact(page, 'Amélie Dubois');
  await expect(page.getByText('No external user yet')).toBeVisible();
  await page.waitForLoadState('networkidle');
  const slow = { kind: 'delay', milliseconds: 8000 } as const;
  await localOrg.addFault({ method: 'GET', path: `${LICENSES}*`, times: 1, effect: slow });
  await localOrg.addFault({
    method: 'POST',
    path: '/graphql',
    times: 10,
    effect: { kind: 'delay', milliseconds: 400 }
  });
  const asked: Request[] = [];
  const askedLate: string[] = [];
  let isAnswered = false;
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    const query = request.postData() ?? '';
    const isOther = [LICENSES, PAGE, ...FORM].some((part) => `${pathname} ${query}`.includes(part));
    if (!pathname.startsWith('/services/') || isOther) {
      return;
    }
    if (isAnswered) {
      askedLate.push(`${pathname} ${query}`);
    } else {
      asked.push(request);
    }
  });
  page.on('response', (response) => {
    isAnswered ||= asked.includes(response.request());
  });

  const dialog = await startEnabling(page);
  await expect(dialog.getByRole('button', { name: 'Create User', exact: true })).toBeEnabled();
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.length).toBeLessThanOrEqual(6);
  expect(askedLate).toEqual([]);
});
