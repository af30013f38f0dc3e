import type { WireAdapter, WireAdapterConstructor } from 'lwc';

type Emit<Value> = (value: Value) => void;
type Stop = () => void;

/**
 * Makes a wire adapter from what starts for one configuration: `start` emits as often as it has news and returns how to
 * stop. It runs again for each new configuration and is stopped when the component leaves the page. Before that the wire
 * holds `initial`. A stopped run's late news are dropped.
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
