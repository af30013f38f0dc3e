import type { WireAdapter, WireAdapterConstructor } from 'lwc';

type Emit<Value> = (value: Value) => void;
type Stop = () => void;

/**
 * Makes a wire adapter from a function. `start` runs for each configuration, emits any number of values, and returns a
 * function that stops it. It is stopped for a new configuration and when the component leaves the page; values of a
 * stopped run are dropped. Before the first value, the wire has `initial`. `component` is the tag of the component.
 */
export function wireAdapter<Config extends object, Value>(
  initial: Value,
  start: (config: Config, emit: Emit<Value>, component: string) => Stop | undefined
): WireAdapterConstructor<Config & Record<string, unknown>, Value> {
  return class implements WireAdapter<Config & Record<string, unknown>> {
    readonly #emit: Emit<Value>;
    readonly #component: string;
    #config: Config | undefined;
    #isConnected = false;
    #stop: Stop | undefined;

    constructor(emit: Emit<Value>, source?: { readonly tagName: string }) {
      this.#emit = emit;
      this.#component = source?.tagName.toLowerCase() ?? '';
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
      const emit = (value: Value): void => {
        if (run.isCurrent) {
          this.#emit(value);
        }
      };
      const stop = start(this.#config, emit, this.#component);
      this.#stop = () => {
        run.isCurrent = false;
        stop?.();
      };
    }
  };
}
