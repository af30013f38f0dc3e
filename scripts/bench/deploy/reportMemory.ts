/** Runs in the process of the local org, which needs Node's --expose-gc. Answers each message with the memory in use. */

process.on('message', () => {
  collectGarbage();
  // The second collection frees what the first one finalizes.
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
