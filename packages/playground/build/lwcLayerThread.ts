import { parentPort, workerData } from 'node:worker_threads';
import { buildLwcLayer, type LwcLayerInput } from './lwcLayer.ts';

/** A thread that builds one layer. An error ends it. */
parentPort?.postMessage(await buildLwcLayer(workerData as LwcLayerInput));
