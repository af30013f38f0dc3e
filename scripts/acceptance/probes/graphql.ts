import { listAt, valueAt, type Json } from 'sf-cli/json';
import type { ProbeOrg } from './probeOrg.ts';
import type { Reply } from './reply.ts';

/** Sends a query to the GraphQL API. An error in its answer is a refusal. */
export async function graphql(org: ProbeOrg, query: string, variables: Json = {}): Promise<Reply> {
  return org.send('POST', '/graphql', { query, variables });
}

/** The nodes of an object in an answer. */
export function rowsOf(reply: Reply, object: string): readonly unknown[] {
  return listAt(reply.body, 'data', 'uiapi', 'query', object, 'edges').map((edge) => valueAt(edge, 'node'));
}
