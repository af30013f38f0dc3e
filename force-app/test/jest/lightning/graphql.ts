import type { GraphQLDocument, GraphQLError, GraphQLRequest, GraphQLResult } from 'lightning/graphql';

/** Replaces `lightning/graphql`, because sfdx-lwc-jest's stub can't distinguish queries and has no `executeMutation`. */

type Listener = (result: GraphQLResult) => void;
type Chosen = (request: GraphQLRequest) => boolean;

interface Wire {
  readonly listener: Listener;
  request: GraphQLRequest | undefined;
}

const wires = new Set<Wire>();

function emit(result: GraphQLResult, isChosen: Chosen = () => true): void {
  for (const { listener, request } of [...wires]) {
    if (request !== undefined && isChosen(request)) {
      listener(result);
    }
  }
}

/** A wire first gets neither data nor errors, as on the platform; then a test emits to all or to chosen wires. */
export class graphql {
  /** The `refresh` of every emitted result calls this mock. */
  static readonly refresh = jest.fn(() => Promise.resolve());

  static emit(data: unknown, isChosen?: Chosen): void {
    emit({ data, errors: undefined, refresh: graphql.refresh }, isChosen);
  }

  static emitErrors(errors: readonly GraphQLError[], isChosen?: Chosen): void {
    emit({ data: undefined, errors, refresh: graphql.refresh }, isChosen);
  }

  /** Returns the requests of the connected wires. */
  static requests(): GraphQLRequest[] {
    return [...wires].flatMap(({ request }) => request ?? []);
  }

  readonly #wire: Wire;

  constructor(listener: Listener) {
    this.#wire = { listener, request: undefined };
    listener({ data: undefined, errors: undefined });
  }

  connect(): void {
    wires.add(this.#wire);
  }

  update(request: GraphQLRequest): void {
    this.#wire.request = request;
  }

  disconnect(): void {
    wires.delete(this.#wire);
  }
}

/** Keeps the text of the document readable in `text`. */
export function gql(literals: TemplateStringsArray): GraphQLDocument & { readonly text: string } {
  return { kind: 'Document', text: literals.join('') };
}

export const executeMutation = jest.fn<Promise<GraphQLResult>, [GraphQLRequest]>(() =>
  Promise.resolve({ data: {}, errors: undefined })
);
