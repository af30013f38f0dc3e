import type { CDPSession, Page } from '@playwright/test';

/** An element on screen that a selector and a part of its text identify, also within shadow roots. */
export interface Landmark {
  readonly selector: string;
  readonly text: string;
}

/** Times on the page's own clock, in milliseconds. */
export interface Span {
  readonly clickedAt: number;
  readonly shownAt: number;
}

const TIMEOUT_MILLISECONDS = 60_000;

/**
 * Clicks, and waits in the page for the first frame that shows a landmark, as Playwright itself looks every half second
 * only. Rejects when it does not appear within a minute.
 */
export async function clickAndWatch(page: Page, click: () => Promise<void>, landmark: Landmark): Promise<Span> {
  const session = await page.context().newCDPSession(page);
  try {
    const contextId = await openIsolatedWorld(session);
    const args = JSON.stringify([landmark, TIMEOUT_MILLISECONDS]);
    // The page starts to watch before the click.
    await evaluate(session, contextId, `globalThis.span = (${spanUntil.toString()})(...${args}); true`);
    await click();
    const span = await evaluate(session, contextId, 'globalThis.span');
    if (!isSpan(span)) {
      throw new Error(
        `"${landmark.text}" (${landmark.selector}) was not on screen within ${TIMEOUT_MILLISECONDS / 1000} s.`
      );
    }
    return span;
  } finally {
    await session.detach();
  }
}

/** Opens a world for scripts without synthetic shadow's patches, which hide the elements of components. */
async function openIsolatedWorld(session: CDPSession): Promise<number> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'bench' });
  return world.executionContextId;
}

async function evaluate(session: CDPSession, contextId: number, expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    contextId,
    awaitPromise: true,
    returnByValue: true
  });
  if (exceptionDetails !== undefined) {
    throw new Error(`The page can't be watched: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
  }
  return result.value;
}

/** Runs in the page, so it can't use this module. */
async function spanUntil({ selector, text }: Landmark, timeout: number): Promise<Span | null> {
  const clickedAt = await new Promise<number>((resolve) => {
    document.addEventListener(
      'click',
      (event) => {
        resolve(event.timeStamp);
      },
      { capture: true, once: true }
    );
  });
  while (performance.now() < clickedAt + timeout) {
    const shownAt = await new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        resolve(performance.now());
      });
    });
    if ([...document.querySelectorAll(selector)].some((element) => element.textContent.includes(text))) {
      return { clickedAt, shownAt };
    }
  }
  return null;
}

function isSpan(value: unknown): value is Span {
  return typeof value === 'object' && value !== null && 'clickedAt' in value && 'shownAt' in value;
}
