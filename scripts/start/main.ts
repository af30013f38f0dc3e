import { startPageLayer } from 'sfdx-playground/build/earlyPage';
import { cacheFolder } from '../shared/cacheFolder.js';
import { runProcess } from '../shared/commandProcess.ts';

/** `npm start`. A thread builds the page while this one loads the org. */

startPageLayer(cacheFolder('playground'));
await runProcess(async () => {
  const { runStart } = await import('./start.ts');
  return runStart(process.argv.slice(2));
}, 'Interrupted. The local org was not started.');
