import type { JsonObject } from '../shared/jsonBody.ts';
import { invalidArgument } from './errors.ts';

/** The rows of a connection by default and at most. Source: GraphQL API Developer Guide, "Query Limits". */
const DEFAULT_ROWS = 10;
const MAX_ROWS = 2000;

export interface Connection<T> {
  readonly edges: readonly { readonly node: T; readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
  readonly pageResultCount: number;
}

/** One page of rows by `first` and `after`. A cursor is the row's number in base64, which callers must not read. */
export function connectionOf<T>(rows: readonly T[], args: JsonObject): Connection<T> {
  const first = typeof args.first === 'number' ? args.first : DEFAULT_ROWS;
  if (first < 1 || first > MAX_ROWS) {
    throw invalidArgument(`The value for the first argument must be between 1 and ${String(MAX_ROWS)}`);
  }
  const start = typeof args.after === 'string' ? rowOfCursor(args.after) : 0;
  const edges = rows.slice(start, start + first).map((node, index) => ({ node, cursor: cursorOf(start + index + 1) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: start + edges.length < rows.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null
    },
    totalCount: rows.length,
    pageResultCount: edges.length
  };
}

function cursorOf(row: number): string {
  return Buffer.from(`v1:${String(row)}`).toString('base64');
}

function rowOfCursor(cursor: string): number {
  const row = /^v1:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1];
  if (row === undefined) {
    throw invalidArgument(`The cursor ${cursor} is invalid`);
  }
  return Number(row);
}
