import { setTimeout } from 'node:timers/promises';
import type { Page, Request } from '@playwright/test';
import type { RequestSpan } from '../requests.ts';

/** The path of the org's APIs; everything else that a page loads is code and pictures of the playground. */
const APIS = '/services/';

/** The query of the record page's own list of users, which repeats when a record changes and belongs to no action. */
const QUERY_OF_PAGE = 'query UsersOfContact';

/** After so many milliseconds without an open request, no other is expected. */
const QUIET_MILLISECONDS = 500;

/** The requests of a page to the org. */
export interface OrgTraffic {
  /** Waits until no request has been open for a while. */
  readonly quiet: () => Promise<void>;
  /** Empties the list of requests. */
  readonly forget: () => Promise<void>;
  /** The list with the browser's times: https://www.w3.org/TR/resource-timing/ */
  readonly requests: () => Promise<readonly RequestSpan[]>;
}

/** Records the requests of a page from now on. */
export function followTraffic(page: Page): OrgTraffic {
  const underWay = new Set<Request>();
  let sent: Request[] = [];
  let changedAt = performance.now();
  const end = (request: Request): void => {
    underWay.delete(request);
    changedAt = performance.now();
  };
  page.on('request', (request) => {
    sent.push(request);
    underWay.add(request);
    changedAt = performance.now();
  });
  page.on('requestfinished', end);
  page.on('requestfailed', end);

  return {
    quiet: async () => {
      changedAt = performance.now();
      while (underWay.size > 0 || performance.now() - changedAt < QUIET_MILLISECONDS) {
        await setTimeout(QUIET_MILLISECONDS / 10);
      }
    },
    forget: async () => {
      sent = [];
      await page.evaluate(() => {
        performance.setResourceTimingBufferSize(1000);
        performance.clearResourceTimings();
      });
    },
    requests: async () => toSpans(await readTimings(page), sent)
  };
}

interface Timing {
  readonly url: string;
  readonly start: number;
  readonly end: number;
}

function readTimings(page: Page): Promise<readonly Timing[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name, startTime, duration }) => ({ url: name, start: startTime, end: startTime + duration }))
  );
}

/** The browser's times lack the requests' bodies. Both lists have the order of sending, so that equal addresses match. */
function toSpans(timings: readonly Timing[], sent: readonly Request[]): readonly RequestSpan[] {
  const open = sent.filter((request) => isOfOrg(new URL(request.url())));
  return timings.flatMap(({ url, start, end }) => {
    const request = open.find((candidate) => candidate.url() === url);
    if (request === undefined) {
      return [];
    }
    open.splice(open.indexOf(request), 1);
    const isOfPage = request.postData()?.includes(QUERY_OF_PAGE) === true;
    return isOfPage ? [] : [{ path: new URL(url).pathname, start, end }];
  });
}

/**
 * Delays each request of the page from now on. The browser does it by itself, as a request that passes through this process
 * takes time of its own, and our action sends more of them than the trivial one.
 */
export async function slowDown(page: Page, milliseconds: number): Promise<void> {
  if (milliseconds === 0) {
    return;
  }
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const unlimited = { downloadThroughput: -1, uploadThroughput: -1 };
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: milliseconds, ...unlimited });
}

function isOfOrg({ pathname }: URL): boolean {
  return pathname.startsWith(APIS);
}
