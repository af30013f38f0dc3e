import type { Reply } from './orgAnswer.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** The requests that a run makes. Paths begin behind `/services/data/vNN.0`. */
export interface WriteApi {
  /** JSON out, JSON in; undefined for an empty answer. */
  send(method: Method, path: string, body?: unknown): Promise<Reply<unknown>>;
  /** Streams a file; nothing holds it as a whole. */
  upload(path: string, csv: Iterable<string>): Promise<Reply<unknown>>;
  /** The stream may break in the middle: reading it throws then. */
  download(path: string): Promise<Reply<AsyncIterable<Uint8Array>>>;
  /** All rows of a query, over all its pages. */
  query(soql: string): Promise<Reply<readonly unknown[]>>;
}
