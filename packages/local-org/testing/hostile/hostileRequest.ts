/** One request that a client sends by mistake or to do harm, and the answer that it gets. Paths are those of `Caller.call`. */
export interface HostileRequest {
  readonly title: string;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status: number;
  /** A part of the answer. */
  readonly says: string;
}

export type Row = readonly [title: string, method: string, path: string, body: unknown, status: number, says: string];

/** A request of a row. */
export function requestOf([title, method, path, body, status, says]: Row): HostileRequest {
  return { title, method, path, body, status, says };
}
