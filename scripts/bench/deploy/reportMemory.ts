/** Loaded into the process of the local org, which Node has to start with --expose-gc: tells what it holds on to when asked. */

process.on('message', () => {
  collectGarbage();
  // What the first collection finalizes, the second frees.
  setImmediate(() => {
    collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    process.send?.({ bytes: heapUsed + external });
  });
});

function collectGarbage(): void {
  if (globalThis.gc === undefined) {
    throw new Error('Start Node with --expose-gc');
  }
  globalThis.gc();
}
