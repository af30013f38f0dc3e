/** Stand-in for `lightning/uiGraphQLApi`, the older name of `lightning/graphql`. LWC Guide: data-graphql-uiapi. */
import type { GraphQLDocument, GraphQLResult } from 'lightning/graphql';
import { gql, query, queryAgain, type GraphQLCall } from '../../platform/graphqlClient.ts';
import { wireAdapter } from '../../platform/wireAdapter.ts';

export { gql };

interface Config {
  readonly query: GraphQLDocument | undefined;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

const refreshers = new WeakMap<GraphQLResult, () => Promise<void>>();

export const graphql = wireAdapter<Config, GraphQLResult>(
  { data: undefined, errors: undefined },
  ({ query: document, variables, operationName }, emit) => {
    if (document === undefined) {
      return undefined;
    }
    const call: GraphQLCall = { query: document, variables, operationName };
    const show = (result: GraphQLResult): void => {
      const emitted = { ...result };
      refreshers.set(emitted, async () => {
        show(await queryAgain(call));
      });
      emit(emitted);
    };
    void query(call).then(show);
    return undefined;
  }
);

/** Runs the query of a wire again. */
export async function refreshGraphQL(result: GraphQLResult | undefined): Promise<void> {
  await (result === undefined ? undefined : refreshers.get(result)?.());
}
