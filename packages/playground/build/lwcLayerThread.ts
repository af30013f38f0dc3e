import { parentPort } from 'node:worker_threads';
import { buildLwcLayer, type LwcLayerInput } from './lwcLayer.ts';

/** A thread that builds one layer after the other, so that compilers are loaded once. Answers each with its layer or its error. */

let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (input: LwcLayerInput) => {
  last = last.then(async () => {
    try {
      parentPort?.postMessage({ layer: await buildLwcLayer(input) });
    } catch (error) {
      parentPort?.postMessage({ error });
    }
  });
});
