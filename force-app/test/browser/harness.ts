import axe from 'axe-core';
import { expect as usualExpect, test as base, type Page } from '@playwright/test';
import { controlLocalOrg, type LocalOrgControl } from './localOrgControl.ts';
import { signIn } from './people.ts';
import { startServer, type Server } from '../../../scripts/shared/browser/server.ts';

/** A walk through screens waits as long outside of a test, where no configuration says how long. */
export const expect = usualExpect.configure({ timeout: 30_000 });

/** `test.use({ org: 'no-seats', person: 'Sales Ops' })` chooses the starting org of a test and who is signed in. */
interface TestFixtures {
  readonly org: string;
  readonly person: string;
  readonly localOrg: LocalOrgControl;
}

interface WorkerFixtures {
  readonly server: Server;
}

/** Each worker starts one server; each test starts its org afresh. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    // The first build of the playground takes long.
    { scope: 'worker', timeout: 120_000 }
  ],
  org: ['ready', { option: true }],
  person: ['System Administrator', { option: true }],
  page: async ({ page, person, server }, use) => {
    await signIn(page.request, server, person);
    await use(page);
  },
  localOrg: [
    // Playwright reads from the names what a fixture needs. The context ends the page of the test before, which would else
    // go on sending requests to this org.
    async ({ server, org, context: _context }, use) => {
      const control = controlLocalOrg(server.url);
      await control.reset(org);
      await use(control);
    },
    { auto: true }
  ],
  baseURL: async ({ server }, use) => {
    await use(server.url);
  }
});

/** Expects no violation of WCAG 2.2 A and AA in what the page shows now. */
export async function expectAccessible(page: Page): Promise<void> {
  await letAxeReadShadowRoots(page);
  // The script is large, so a page gets it once.
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(axe.source);
    await page.evaluate(letAxeReadForcedColors);
  }
  const violations = await page.evaluate(async () => {
    const { violations: found } = await window.axe.run({
      // Skip the nodes that pass: they are many and nothing reads them.
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    });
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
  expect(violations).toEqual([]);
}

/** Synthetic shadow throws on `ShadowRoot.getElementById`, and then axe-core skips its contrast rule. */
async function letAxeReadShadowRoots(page: Page): Promise<void> {
  await page.evaluate(() => {
    let prototype: unknown = document.querySelector('host-app')?.shadowRoot;
    while (typeof prototype === 'object' && prototype !== null && !Object.hasOwn(prototype, 'getElementById')) {
      prototype = Object.getPrototypeOf(prototype);
    }
    if (typeof prototype === 'object' && prototype !== null) {
      Object.assign(prototype, {
        getElementById(this: ShadowRoot, id: string) {
          return this.querySelector(`[id="${CSS.escape(id)}"]`);
        }
      });
    }
  });
}

/** In forced colors Chromium still tells the author's fill of a text, which axe-core would take for the color on screen. */
function letAxeReadForcedColors(): void {
  const forced = matchMedia('(forced-colors: active)');
  const read = CSSStyleDeclaration.prototype.getPropertyValue;
  CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
    return read.call(this, forced.matches && name === '-webkit-text-fill-color' ? 'color' : name);
  };
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
