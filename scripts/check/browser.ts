import { createRequire } from 'node:module';
import { privateFolder } from '../shared/cacheFolder.js';

/** `npm run test:browser`: Playwright, with its compiled code in a folder that nobody else can prepare. */

process.env['PLAYWRIGHT_TRANSFORM_CACHE_DIR'] = privateFolder('playwright');
// The module reads the command line and runs it.
createRequire(import.meta.url)('@playwright/test/cli');
