/** The environment of tests that run in the worker's own realm: it has nothing to set up, and `nodeRuntime.ts` sets the globals. */
export default class NodeEnvironment {
  readonly global = {};

  getVmContext(): null {
    return null;
  }

  exportConditions(): readonly string[] {
    return ['node', 'node-addons'];
  }

  setup(): Promise<void> {
    return Promise.resolve();
  }

  teardown(): Promise<void> {
    return Promise.resolve();
  }
}
