import { chromium } from '@playwright/test';
import { createLocalOrg, describeStartingOrgs, serve } from 'sfdx-local-org';
import { createPlayground, readExposedComponents, SfdxProjectError, type ExposedComponent } from 'sfdx-playground';
import { findBrowser } from '../shared/browser/findBrowser.ts';
import { cacheFolder } from '../shared/cacheFolder.js';
import { processOutput } from '../shared/commandLine.ts';
import { runProcess } from '../shared/commandProcess.ts';
import { EXIT } from '../shared/exit.ts';
import { outcomeTable } from './outcome.ts';
import { recordQuery, tryComponents } from './tryComponents.ts';

/**
 * `npm run try-project -- <folder>` opens each exposed component of a Salesforce DX project in the playground, unchanged, and
 * prints which ones work, which are refused by name and which fail.
 */

const HELP = `npm run try-project -- <folder of a Salesforce DX project>

Opens each exposed component of the project on a page of the playground and prints a Markdown table: works, refused by
name (the local org does not have what it needs), or failed. The project is not changed.

Exit code: 0 when no component failed, 68 when one did, 2 when the folder is wrong.
`;

const { write, writeError } = processOutput;
const [folder = '', ...more] = process.argv.slice(2);

await runProcess(async () => {
  if (folder === '--help' || folder === '-h') {
    write(HELP);
    return EXIT.done;
  }
  if (folder === '' || folder.startsWith('-') || more.length > 0) {
    writeError(HELP);
    return EXIT.usage;
  }
  const components = exposedComponents(folder);
  if (typeof components === 'string') {
    writeError(`${components}.\n`);
    return EXIT.usage;
  }
  return tryProject(folder, components);
}, 'Interrupted. Nothing was changed.');

function exposedComponents(directory: string): ExposedComponent[] | string {
  try {
    return readExposedComponents(directory);
  } catch (error) {
    if (error instanceof SfdxProjectError) return error.message;
    throw error;
  }
}

/** Answers the exit code: a part was done when a component failed. */
async function tryProject(directory: string, components: readonly ExposedComponent[]): Promise<number> {
  let url = '';
  const localOrg = createLocalOrg({
    org: 'ready',
    seed: 1,
    hasControlRoutes: false,
    runsAutomation: true,
    url: () => url
  });
  const playground = await createPlayground({
    localOrg,
    startingOrgs: describeStartingOrgs(),
    projects: [directory],
    cacheDirectory: cacheFolder('playground')
  });
  const served = await serve((request) => playground.fetch(request), 0);
  ({ url } = served);
  const browser = await chromium.launch(await findBrowser());
  try {
    const outcomes = await tryComponents(
      browser,
      url,
      components,
      playground.notTaken(),
      (component) => recordQuery(localOrg, url, component),
      ({ bundle, kind }) => {
        writeError(`${bundle}: ${kind}\n`);
      }
    );
    write(`${outcomeTable(outcomes)}\n`);
    return outcomes.some(({ kind }) => kind === 'failed') ? EXIT.partial : EXIT.done;
  } finally {
    await browser.close();
    await served.close();
    await localOrg.close();
  }
}
