import type { CDPSession, Page } from '@playwright/test';

/** Something on screen: the first element of this kind whose text has these words. Shadow roots are no hindrance. */
export interface Sign {
  readonly selector: string;
  readonly text: string;
}

/** The page's own clock, in milliseconds. */
export interface Span {
  readonly clickedAt: number;
  readonly shownAt: number;
}

const PATIENCE_MILLISECONDS = 60_000;

/**
 * Clicks, and waits in the page for the first frame that shows a sign: exact to a frame, where Playwright looks every
 * half second. Rejects when there is none within a minute.
 */
export async function clickAndWatch(page: Page, click: () => Promise<void>, sign: Sign): Promise<Span> {
  const session = await page.context().newCDPSession(page);
  try {
    const contextId = await openIsolatedWorld(session);
    const args = JSON.stringify([sign, PATIENCE_MILLISECONDS]);
    // Kept in the page, so that it is sure to look before the click.
    await evaluate(session, contextId, `globalThis.span = (${spanUntil.toString()})(...${args}); true`);
    await click();
    const span = await evaluate(session, contextId, 'globalThis.span');
    if (!isSpan(span)) {
      throw new Error(`"${sign.text}" (${sign.selector}) was not on screen within ${PATIENCE_MILLISECONDS / 1000} s.`);
    }
    return span;
  } finally {
    await session.detach();
  }
}

/** Scripts there see the page as it is, without synthetic shadow's patches, which hide a component's elements. */
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

/** Runs in the page, so it sees nothing of this module. */
async function spanUntil({ selector, text }: Sign, patience: number): Promise<Span | null> {
  const clickedAt = await new Promise<number>((resolve) => {
    document.addEventListener(
      'click',
      (event) => {
        resolve(event.timeStamp);
      },
      { capture: true, once: true }
    );
  });
  while (performance.now() < clickedAt + patience) {
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
