import { setTimeout } from 'node:timers/promises';
import type { Page, Request } from '@playwright/test';
import type { RequestSpan } from '../requests.ts';

/** Where the org's APIs are; all else that a page loads is the playground's code and pictures. */
const APIS = '/services/';

/** How long nothing may be under way to say that nothing more will come, in milliseconds. */
const QUIET_MILLISECONDS = 500;

/** Adds the time to each request that the page sends to the org from now on, before it is sent. */
export async function slowDown(page: Page, milliseconds: number): Promise<void> {
  if (milliseconds === 0) {
    return;
  }
  await page.route(isOfOrg, async (route) => {
    await setTimeout(milliseconds);
    await route.continue();
  });
}

/** Follows a page's requests from now on; the function that it answers waits until none has been under way for a while. */
export function followRequests(page: Page): () => Promise<void> {
  const underWay = new Set<Request>();
  let changedAt = performance.now();
  const change = (): void => {
    changedAt = performance.now();
  };
  const end = (request: Request): void => {
    underWay.delete(request);
    change();
  };
  page.on('request', (request) => {
    underWay.add(request);
    change();
  });
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  return async () => {
    change();
    while (underWay.size > 0 || performance.now() - changedAt < QUIET_MILLISECONDS) {
      await setTimeout(QUIET_MILLISECONDS / 10);
    }
  };
}

/** Begins the page's own list of requests anew, with room for all of them. */
export async function forgetRequests(page: Page): Promise<void> {
  await page.evaluate(() => {
    performance.setResourceTimingBufferSize(1000);
    performance.clearResourceTimings();
  });
}

/** The requests to the org on the page's list, timed by the browser: https://www.w3.org/TR/resource-timing/ */
export async function readRequests(page: Page): Promise<readonly RequestSpan[]> {
  const entries = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name, startTime, duration }) => ({ url: name, start: startTime, end: startTime + duration }))
  );
  return entries.flatMap(({ url, start, end }) =>
    isOfOrg(new URL(url)) ? [{ path: new URL(url).pathname, start, end }] : []
  );
}

function isOfOrg({ pathname }: URL): boolean {
  return pathname.startsWith(APIS);
}
