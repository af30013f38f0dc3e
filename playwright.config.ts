import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/shared/browser/findBrowser.ts';

const browser = await findBrowser();

/** Each page lives a few seconds, too short for code that V8 optimizes to pay off: a fourteenth of the processor time. */
const QUICK_SCRIPTS = ['--js-flags=--no-turbofan --no-maglev'];

/** Browser tests act as a person would, by role and name, on a local org that each worker starts for itself. */
export default defineConfig({
  testDir: 'force-app/test/browser',
  // The tests of the helpers beside them are Jest's.
  testMatch: '**/*.spec.ts',
  globalSetup: './force-app/test/browser/warmUp.ts',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // A page that hangs fails; a busy machine doesn't fail a test. The first page waits for the playground's cold build.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    locale: 'en-US',
    viewport: { width: 1280, height: 900 },
    screenshot: 'only-on-failure',
    actionTimeout: 30_000,
    trace: 'off',
    video: 'off',
    // Each test has a new document in the same process: half the processor time of a new process.
    reuseContext: true,
    launchOptions: { ...browser, args: [...(browser.args ?? []), ...QUICK_SCRIPTS] }
  }
});
