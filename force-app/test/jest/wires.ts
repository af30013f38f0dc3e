/** The test methods of a wire adapter of sfdx-lwc-jest (`getRecord` …), which the platform's types lack. */
export interface TestWire {
  /** Sends data to every wire, or to those with a chosen configuration. */
  emit(data: unknown, isChosen?: (config: Readonly<Record<string, unknown>>) => boolean): void;
  /** Refuses as UI API does, with the body `[{ errorCode, message }]`. */
  emitError(
    error: { body?: unknown; status?: number; statusText?: string },
    isChosen?: (config: Readonly<Record<string, unknown>>) => boolean
  ): void;
  getLastConfig(): Readonly<Record<string, unknown>> | null;
}

/** `testWire(getRecord).emit(record)`. Throws if the adapter is not a test adapter. */
export function testWire(adapter: unknown): TestWire {
  if (!isTestWire(adapter)) {
    throw new TypeError('Not a test wire adapter');
  }
  return adapter;
}

function isTestWire(adapter: unknown): adapter is TestWire {
  return typeof adapter === 'function' && 'emit' in adapter && 'emitError' in adapter && 'getLastConfig' in adapter;
}
