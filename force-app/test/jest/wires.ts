/** The test side of a wire adapter of sfdx-lwc-jest's (`getRecord` …), which the platform's types don't show. */
export interface TestWire {
  /** Hands data to every wire, or to those whose configuration is chosen. */
  emit(data: unknown, isChosen?: (config: Readonly<Record<string, unknown>>) => boolean): void;
  /** Refuses as UI API does: `body` is `[{ errorCode, message }]`. */
  emitError(
    error: { body?: unknown; status?: number; statusText?: string },
    isChosen?: (config: Readonly<Record<string, unknown>>) => boolean
  ): void;
  getLastConfig(): Readonly<Record<string, unknown>> | null;
}

/** `testWire(getRecord).emit(record)`. Throws when the adapter is not one of the test adapters. */
export function testWire(adapter: unknown): TestWire {
  if (!isTestWire(adapter)) {
    throw new TypeError('Not a test wire adapter');
  }
  return adapter;
}

function isTestWire(adapter: unknown): adapter is TestWire {
  return typeof adapter === 'function' && 'emit' in adapter && 'emitError' in adapter && 'getLastConfig' in adapter;
}
