import type { WireAdapter, WireAdapterConstructor } from 'lwc';

type Emit<Value> = (value: Value) => void;
type Stop = () => void;

/**
 * Makes a wire adapter from a function. `start` runs for each configuration, emits any number of values, and returns a
 * function that stops it. It is stopped for a new configuration and when the component leaves the page; values of a
 * stopped run are dropped. Before the first value, the wire has `initial`.
 */
export function wireAdapter<Config extends object, Value>(
  initial: Value,
  start: (config: Config, emit: Emit<Value>) => Stop | undefined
): WireAdapterConstructor<Config & Record<string, unknown>, Value> {
  return class implements WireAdapter<Config & Record<string, unknown>> {
    readonly #emit: Emit<Value>;
    #config: Config | undefined;
    #isConnected = false;
    #stop: Stop | undefined;

    constructor(emit: Emit<Value>) {
      this.#emit = emit;
      emit(initial);
    }

    update(config: Config): void {
      this.#config = config;
      this.#restart();
    }

    connect(): void {
      this.#isConnected = true;
      this.#restart();
    }

    disconnect(): void {
      this.#isConnected = false;
      this.#stop?.();
      this.#stop = undefined;
    }

    #restart(): void {
      if (!this.#isConnected || this.#config === undefined) {
        return;
      }
      this.#stop?.();
      const run = { isCurrent: true };
      const stop = start(this.#config, (value) => {
        if (run.isCurrent) {
          this.#emit(value);
        }
      });
      this.#stop = () => {
        run.isCurrent = false;
        stop?.();
      };
    }
  };
}
