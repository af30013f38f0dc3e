/** Stand-in for `lightning/graphql`. LWC Guide: reference-graphql. */
import type { GraphQLRequest, GraphQLResult } from 'lightning/graphql';
import { mutate, query, queryAgain, type GraphQLCall } from '../../platform/graphqlClient.ts';
import { wireAdapter } from '../../platform/wireAdapter.ts';

export { gql } from '../../platform/graphqlClient.ts';

/** Waits while `query` has no value. Its result has a `refresh`, which bypasses the cache. */
export const graphql = wireAdapter<GraphQLRequest, GraphQLResult>(
  { data: undefined, errors: undefined, refresh: undefined },
  ({ query: document, variables, operationName }, emit) => {
    if (document === undefined) {
      return undefined;
    }
    const call: GraphQLCall = { query: document, variables, operationName };
    const refresh = async (): Promise<void> => {
      emit({ ...(await queryAgain(call)), refresh });
    };
    void query(call).then((answer) => {
      emit({ ...answer, refresh });
    });
    return undefined;
  }
);

/** Resolves with `errors` when the org refuses the mutation. */
export function executeMutation(request: GraphQLRequest): Promise<GraphQLResult> {
  const { query: document, variables, operationName } = request;
  if (document === undefined) {
    return Promise.reject(new Error('executeMutation needs a query'));
  }
  return mutate({ query: document, variables, operationName });
}
