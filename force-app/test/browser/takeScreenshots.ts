import { chromium, type Browser } from '@playwright/test';
import { controlLocalOrg } from './localOrgControl.ts';
import { signIn } from './people.ts';
import { PICTURED_SCENARIOS, takeReadmePictures } from './readmePictures.ts';
import { helpText, parseScreenshotOptions, type ScreenshotOptions } from './screenshotOptions.ts';
import { takeStates } from './walks/takeStates.ts';
import { WALKS } from './walks/walks.ts';
import { findBrowser } from '../../../scripts/shared/browser/findBrowser.ts';
import { startServer, type Server } from '../../../scripts/shared/browser/server.ts';
import { processOutput, runParsed } from '../../../scripts/shared/commandLine.ts';
import { runProcess } from '../../../scripts/shared/commandProcess.ts';
import { EXIT } from '../../../scripts/shared/exit.ts';

/** `npm run screenshots`: takes the README's pictures of the running playground, or pictures of each state of each screen. */

/** Milliseconds; the first page may take minutes while the machine is busy. */
const PATIENCE = 180_000;

async function takePictures(browser: Browser, server: Server, scenarios: readonly string[]): Promise<void> {
  const page = await browser.newPage({
    baseURL: server.url,
    viewport: { width: 1120, height: 1000 },
    deviceScaleFactor: 1.5
  });
  page.setDefaultTimeout(PATIENCE);
  await takeReadmePictures(page, controlLocalOrg(server.url), scenarios);
}

async function takeAllStates(browser: Browser, server: Server, walks: readonly string[], to: string): Promise<void> {
  const control = controlLocalOrg(server.url);
  for (const [name, walk] of Object.entries(WALKS)) {
    if (!walks.includes(name)) continue;
    // A walk may stop the clock of its page.
    const page = await browser.newPage({ baseURL: server.url });
    page.setDefaultTimeout(PATIENCE);
    await signIn(page.request, server, walk.person ?? 'System Administrator');
    await control.reset(walk.org);
    await takeStates(page, control, [name, walk], to);
    await page.close();
  }
}

async function takeScreenshots({ names, states }: ScreenshotOptions): Promise<number> {
  processOutput.writeError('Starting the playground and a browser ...\n');
  const server = await startServer();
  const browser = await chromium.launch(await findBrowser());
  try {
    await (states === undefined ? takePictures(browser, server, names) : takeAllStates(browser, server, names, states));
    return EXIT.done;
  } finally {
    await browser.close();
    await server.stop();
  }
}

const subjects = { scenarios: PICTURED_SCENARIOS, walks: Object.keys(WALKS) };
await runProcess(
  () =>
    runParsed(
      parseScreenshotOptions(process.argv.slice(2), subjects),
      helpText(subjects),
      processOutput,
      takeScreenshots
    ),
  'Interrupted. The pictures above are new, and the others are as they were.'
);
