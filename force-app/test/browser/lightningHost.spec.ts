import { expect, test, type Page } from '@playwright/test';
import { lightningHost } from '../../../scripts/shared/browser/lightningHost.ts';
import { ACTION, LIST_BUTTON } from '../../../scripts/shared/browser/pageHost.ts';

/**
 * The host of Lightning Experience on pages with its roles and labels: a header with a few actions and a menu for the rest,
 * pages that stay hidden in the document, a table whose boxes lie below drawn ones. Whether Salesforce's pages are like that,
 * only an acceptance in a scratch org shows.
 */

const CONTACT = { id: '003', name: 'Ann Lee' };
const ANOTHER = { id: '004', name: 'Bo Ek' };

const opens = `onclick="document.querySelector('[role=dialog]').hidden = false"`;
const WINDOW = `<section role="dialog" hidden><c-enable-external-user><h2>Enable Ann Lee</h2><button>Create User</button></c-enable-external-user></section>`;
const STALE = `<div hidden><button>${ACTION}</button><button>Show more actions</button></div>`;

async function serve(page: Page, pages: Readonly<Record<string, string>>): Promise<void> {
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    await route.fulfill({ contentType: 'text/html', body: pages[pathname] ?? '<p>not found</p>' });
  });
}

test.use({ baseURL: 'http://lightning.example' });

for (const [title, actions] of [
  ['beside the title', `<button ${opens}>${ACTION}</button>`],
  [
    'in the menu of the header',
    `<button>Edit</button>
     <button onclick="document.querySelector('[role=menu]').hidden = false">Show more actions</button>
     <div role="menu" hidden><a role="menuitem" ${opens}>${ACTION}</a></div>`
  ]
] as const) {
  test(`the action is found ${title}, not on a page that is hidden`, async ({ page }) => {
    await serve(page, { '/lightning/r/Contact/003/view': `${STALE}${actions}${WINDOW}` });
    await lightningHost.openContact(page, CONTACT);
    const dialog = await lightningHost.startEnabling(page);
    await expect(dialog.getByRole('button', { name: 'Create User' })).toBeVisible();
  });
}

test('the contacts of the list are selected, and the list button leads to the flow', async ({ page }) => {
  const rowOf = ({ name }: typeof CONTACT): string =>
    `<tr><td><label style="position:relative"><input type="checkbox" style="opacity:0"><span style="position:absolute;inset:0">Select</span></label></td>
       <td><a href="#">${name}</a></td></tr>`;
  const chosen = "Array.from(document.querySelectorAll('input')).map((box) => Number(box.checked)).join('')";
  await serve(page, {
    '/lightning/o/Contact/list': `<table>${[CONTACT, { id: '005', name: 'Cy Ox' }, ANOTHER].map(rowOf).join('')}</table>
      <button onclick="location.href = '/flow/Enable_External_Users?chosen=' + ${chosen}">${LIST_BUTTON}</button>`,
    '/flow/Enable_External_Users': '<h1>Plan</h1>'
  });
  const plan = await lightningHost.openPlan(page, [CONTACT, ANOTHER]);
  await expect(plan.getByRole('heading', { name: 'Plan' })).toBeVisible();
  expect(new URL(page.url()).searchParams.get('chosen')).toBe('101');
});
