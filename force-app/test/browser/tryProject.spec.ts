import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';

/** `npm run try-project`: what of a strange project works, is refused by name, or fails. */

/** Milliseconds. It opens each component on a page of its own. */
const PATIENCE = 300_000;

test('each exposed component of a project works, is refused by name, or fails with its cause', async () => {
  test.setTimeout(PATIENCE);
  const command = ['--import', './scripts/shared/startUp.js', 'scripts/try-project/main.ts'];
  const run = promisify(execFile)(process.execPath, [...command, 'packages/playground/__fixtures__/mixed']);
  // A component failed, so that only a part was done.
  const answer: unknown = await run.catch((error: unknown) => error);
  expect(answer).toMatchObject({ code: 68 });
  const { stdout } = answer as { stdout: string };
  const missing = 'c/brokenBadge: Failed to resolve import "c/removedLevels"';
  const notModelled = '(not modelled by this local org)';
  expect(stdout.trim().split('\n').slice(2)).toEqual([
    `| brokenBadge | failed | ${missing} |`,
    `| parentCard | failed | ${missing} |`,
    `| formCard | refused by name | lightning/recordForm: Record forms need page layouts: lightning/recordForm ${notModelled} |`,
    `| layoutCard | refused by name | c-layout-card: getRecord with layoutTypes needs page layouts ${notModelled} |`,
    `| listCard | refused by name | c/listCard: The wires of list views need list views: lightning/uiListApi ${notModelled} |`,
    `| logoCard | refused by name | Static resources and asset files are not served: @salesforce/resourceUrl/logo ${notModelled} |`,
    '| nameCard | works |  |',
    '| nameParts | works | It is a module without a component: there is nothing to open |',
    '',
    '2 works, 4 refused by name, 2 failed.'
  ]);
});
