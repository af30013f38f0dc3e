import { chromium, type Browser, type Page } from '@playwright/test';
import { textAt } from 'sf-cli/json';
import type { Sf } from 'sf-cli/sf';
import { findBrowser } from '../../shared/browser/findBrowser.ts';

/** The pages of an org in a browser, in the name of its administrator. */
export interface Pages {
  /** A new page that is logged in. Throws in the words of the CLI or the browser. */
  open(org: { readonly username: string; readonly url: string }): Promise<Page>;
  close(): Promise<void>;
}

/** Milliseconds. The first page of Lightning Experience in a new org takes long, and so does a busy machine. */
const PATIENCE = 300_000;

const VIEWPORT = { width: 1280, height: 900 };

/** Starts the browser with the first page. */
export function createPages(sf: Sf): Pages {
  let browser: Promise<Browser> | null = null;
  return {
    open: async ({ username, url }) => {
      browser ??= findBrowser().then((options) => chromium.launch(options));
      const page = await (await browser).newPage({ baseURL: url, viewport: VIEWPORT, locale: 'en-US' });
      page.setDefaultTimeout(PATIENCE);
      page.setDefaultNavigationTimeout(PATIENCE);
      // The link opens a session once, and is written nowhere.
      const answer = await sf(['org', 'open', '--url-only', '--path', 'lightning/page/home', '--target-org', username]);
      if (answer.kind === 'refused') throw new Error(`sf org open: ${answer.message}`);
      await page.goto(textAt(answer.value, 'url'), { waitUntil: 'domcontentloaded' });
      return page;
    },
    close: async () => {
      const started = browser;
      browser = null;
      if (started !== null) await (await started).close();
    }
  };
}
