import { Worker } from 'node:worker_threads';
import type { LayerOutput } from './layer.ts';
import type { LwcLayerInput } from './lwcLayer.ts';

type Layer = Pick<LayerOutput, 'files' | 'entries'>;

type Answer = { readonly layer: Layer } | { readonly error: unknown };

/** The layers that the thread still has to build, in the order in which it answers. */
const pending: PromiseWithResolvers<Layer>[] = [];
let thread: Worker | undefined;

/** Builds a layer in the thread of compilers, which ends when it has nothing to build. Rejects with the errors of the build. */
export function buildInThread(input: LwcLayerInput): Promise<Layer> {
  thread ??= startThread();
  const job = Promise.withResolvers<Layer>();
  pending.push(job);
  thread.postMessage(input);
  return job.promise;
}

/** Says whether the process goes on until the thread has nothing to build. */
export function setThreadHoldsProcess(holds: boolean): void {
  if (holds) thread?.ref();
  else thread?.unref();
}

function startThread(): Worker {
  const worker = new Worker(new URL('lwcLayerThread.ts', import.meta.url), {
    // Compilers make many small objects that live shortly.
    resourceLimits: { maxYoungGenerationSizeMb: 128 }
  });
  const end = (): void => {
    thread = undefined;
    void worker.terminate();
  };
  worker.on('message', (answer: Answer) => {
    const job = pending.shift();
    if (pending.length === 0) end();
    if ('layer' in answer) job?.resolve(answer.layer);
    else job?.reject(answer.error);
  });
  worker.on('error', (error) => {
    end();
    for (const { reject } of pending.splice(0)) reject(error);
  });
  return worker;
}
