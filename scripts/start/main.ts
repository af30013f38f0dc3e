import { startPageLayer } from 'sfdx-playground/build/earlyPage';
import { cacheFolder } from '../shared/cacheFolder.js';

/** `npm start`. A thread builds the page while this one loads the org. */

startPageLayer(cacheFolder('playground'));
await import('./start.ts');
