import { chromium, type Browser, type Page } from '@playwright/test';
import { textAt } from 'sf-cli/json';
import type { Sf } from 'sf-cli/sf';
import { findBrowser } from './findBrowser.ts';

/** The pages of an org in a browser, in the name of its administrator. */
export interface Pages {
  /** A new page that is logged in. Throws in the words of the CLI or the browser. */
  open(org: { readonly username: string; readonly url: string }): Promise<Page>;
  close(): Promise<void>;
}

/** Milliseconds. The first page of Lightning Experience in a new org takes long, and so does a busy machine. */
const PATIENCE = 300_000;

const VIEWPORT = { width: 1280, height: 900 };

/** Starts the browser with the first page, and again where it has ended. */
export function createPages(sf: Sf): Pages {
  let browser: Browser | null = null;
  return {
    open: async ({ username, url }) => {
      if (browser?.isConnected() !== true) browser = await chromium.launch(await findBrowser());
      const page = await browser.newPage({ baseURL: url, viewport: VIEWPORT, locale: 'en-US' });
      page.setDefaultTimeout(PATIENCE);
      page.setDefaultNavigationTimeout(PATIENCE);
      const answer = await sf(['org', 'open', '--url-only', '--path', 'lightning/page/home', '--target-org', username]);
      if (answer.kind === 'refused') throw new Error(`sf org open: ${answer.message}`);
      await logIn(page, textAt(answer.value, 'url'));
      return page;
    },
    close: async () => {
      await browser?.close();
      browser = null;
    }
  };
}

/** The link opens a session once. So an error has its first line only: the others repeat the link. */
async function logIn(page: Page, link: string): Promise<void> {
  try {
    await page.goto(link, { waitUntil: 'domcontentloaded' });
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new Error(`The page of the log-in did not open: ${line.replace(link, 'the link')}`);
  }
}

/** Why a page was not as expected: the first line of the error, and the next six. Playwright colors its messages. */
export function pageProblem(error: unknown): { readonly message: string; readonly details: readonly string[] } {
  const plain = (error instanceof Error ? error.message : String(error)).replace(/\u001B\[[\d;]*m/gu, '');
  const [message = '', ...details] = plain.split('\n');
  return { message, details: details.slice(0, 6) };
}
