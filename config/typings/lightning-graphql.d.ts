declare module 'lightning/graphql' {
  import type { WireAdapterConstructor } from 'lwc';

  /** A parsed document; made by `gql` only. */
  export interface GraphQLDocument {
    readonly kind: 'Document';
  }

  export interface GraphQLError {
    readonly message: string;
    readonly path?: readonly (string | number)[] | undefined;
    readonly extensions?: Readonly<Record<string, unknown>> | undefined;
  }

  export interface GraphQLRequest {
    /** Without a value the adapter waits. */
    readonly query: GraphQLDocument | undefined;
    readonly variables?: Readonly<Record<string, unknown>> | undefined;
    readonly operationName?: string | undefined;
  }

  /** `data` is narrowed by who reads it: its shape is the query's. */
  export interface GraphQLResult {
    readonly data?: unknown;
    readonly errors?: readonly GraphQLError[] | undefined;
    /** Asks the org again, past the cache. */
    readonly refresh?: (() => Promise<void>) | undefined;
  }

  export const graphql: WireAdapterConstructor<GraphQLRequest, GraphQLResult>;

  /** No substitution of text: user text goes into `variables`. */
  export function gql(literals: TemplateStringsArray): GraphQLDocument;

  export function executeMutation(request: GraphQLRequest): Promise<GraphQLResult>;
}
