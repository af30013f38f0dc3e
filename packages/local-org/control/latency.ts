import { setTimeout } from 'node:timers/promises';
import type { MiddlewareHandler } from 'hono';

/** The time that each API call takes on its way to an org and back. */
export interface Latency {
  /** 0 for none. */
  set(milliseconds: number): void;
  readonly middleware: MiddlewareHandler;
}

/** Creates a latency of none. The calls of the org's APIs wait, side by side; its pages and the control routes don't. */
export function createLatency(): Latency {
  let milliseconds = 0;
  return {
    set: (value) => {
      milliseconds = value;
    },
    middleware: async (c, next) => {
      if (milliseconds > 0 && c.req.path.startsWith('/services/')) await setTimeout(milliseconds);
      await next();
    }
  };
}
