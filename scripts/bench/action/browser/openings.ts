import type { BrowserContext, Page } from '@playwright/test';
import type { RequestSpan } from '../requests.ts';
import type { MeasuredAction } from './actions.ts';
import { followTraffic, slowDown, type OrgTraffic } from './orgTraffic.ts';
import { clickAndWatch, type Span } from './watch.ts';

/** An action that was opened on a new page. */
export interface Opening {
  readonly page: Page;
  /** From the click to interactive. */
  readonly span: Span;
  /** From the click until no request is open. */
  readonly requests: readonly RequestSpan[];
  readonly traffic: OrgTraffic;
}

/** Opens an action on a newly loaded record page, whose cache holds only what the page shows. */
export async function openAction(
  context: BrowserContext,
  recordPage: string,
  action: MeasuredAction,
  latency: number
): Promise<Opening> {
  const page = await context.newPage();
  const traffic = followTraffic(page);
  await page.goto(recordPage);
  const button = page.getByRole('button', { name: action.label, exact: true });
  await button.waitFor();
  // The import is a string, as only the page can resolve its path.
  await page.evaluate(`import('c/${action.bundle}').then(() => null)`);
  await traffic.quiet();
  await slowDown(page, latency);
  await traffic.forget();
  const span = await clickAndWatch(page, () => button.click(), action.interactive);
  await traffic.quiet();
  return { page, span, requests: await traffic.requests(), traffic };
}

/** Closes the page, even with open requests. */
export async function closeOpening({ page }: Opening): Promise<void> {
  await page.close();
}
