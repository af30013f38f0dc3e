import { startPageLayer } from 'sfdx-playground/build/earlyPage';
import { cacheFolder } from '../shared/cacheFolder.js';
import { runProcess } from '../shared/commandProcess.ts';
import { sayColdBuild } from './coldBuild.ts';

/** `npm start`. A thread builds the page while this one loads the org. */

const args = process.argv.slice(2);
// The help needs no page, and the words come before the org is loaded, which takes seconds.
if (!args.includes('--help') && !args.includes('-h')) startPageLayer(cacheFolder('playground'), sayColdBuild);
await runProcess(async () => {
  const { runStart } = await import('./start.ts');
  return runStart(args);
}, 'Interrupted. The local org was not started.');
