import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';

/** Milliseconds without a request after which a page has what it asked for. */
const QUIET = 500;
const POLL = 100;

/** Counts the requests of a page from now on. */
export interface RequestCount {
  /**
   * Waits until no request was in flight for a moment, at most for `timeout`. The `networkidle` of Playwright comes once only,
   * which may be before the component was loaded.
   */
  quiet(timeout: number): Promise<void>;
}

export function countRequests(page: Page): RequestCount {
  let inFlight = 0;
  let last = Date.now();
  const count = (change: number) => (): void => {
    inFlight += change;
    last = Date.now();
  };
  page.on('request', count(1));
  page.on('requestfinished', count(-1));
  page.on('requestfailed', count(-1));
  return {
    async quiet(timeout) {
      const end = Date.now() + timeout;
      last = Date.now();
      const isQuiet = (): boolean => inFlight === 0 && Date.now() - last >= QUIET;
      while (Date.now() < end) {
        await wait(POLL);
        if (!isQuiet()) continue;
        // A page that still draws answers when it is done, and may have asked for more.
        await page.evaluate(() => performance.now());
        if (isQuiet()) return;
      }
    }
  };
}
