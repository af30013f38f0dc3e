import { known, refused, type Answer, type Refusal } from 'sf-cli/answer';
import type { Json } from 'sf-cli/json';
import type { Org, Rows } from '../org.ts';

/** Answers by a part of the query: rows, a count, or the code of a refusal. */
export interface Answers {
  readonly rows?: Readonly<Record<string, readonly Json[] | number | string>>;
  readonly uiApi?: (method: string, path: string, body: Json | undefined) => Answer<Json>;
  readonly graphql?: (query: string) => Answer<Json>;
  readonly connect?: (path: string) => Answer<Json>;
  /** By metadata type. */
  readonly settings?: Readonly<Record<string, Json>>;
}

export function refusedWith(code: string): Refusal {
  return refused(code, 'no');
}

/** A scripted org. The first key that is part of the query decides; other calls are refused. */
export function answeringOrg({ rows = {}, uiApi, graphql, connect, settings = {} }: Answers): Org {
  const query = (soql: string): Promise<Answer<Rows>> => {
    const found = Object.entries(rows).find(([part]) => soql.includes(part))?.[1] ?? 'INVALID_TYPE';
    if (typeof found === 'string') return Promise.resolve(refusedWith(found));
    return Promise.resolve(
      known(typeof found === 'number' ? { total: found, records: [] } : { total: found.length, records: found })
    );
  };
  return {
    name: 'acme',
    username: 'ada@acme.example',
    url: 'https://acme.my.salesforce.com',
    apiVersion: '68.0',
    query,
    toolingQuery: query,
    graphql: (text) => Promise.resolve(graphql?.(text) ?? refusedWith('NOT_FOUND')),
    uiApi: (method, path, body) => Promise.resolve(uiApi?.(method, path, body) ?? refusedWith('NOT_FOUND')),
    connect: (path) => Promise.resolve(connect?.(path) ?? refusedWith('NOT_FOUND')),
    readMetadata: (type) => {
      const read = settings[type];
      return Promise.resolve(read === undefined ? refusedWith('NOT_FOUND') : known(read));
    }
  };
}
