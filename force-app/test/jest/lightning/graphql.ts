import type { GraphQLDocument, GraphQLError, GraphQLRequest, GraphQLResult } from 'lightning/graphql';

/** Stands in for `lightning/graphql`; unlike sfdx-lwc-jest's stub it tells queries apart and has `executeMutation`. */

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

/** As on the platform, a wire first gets neither data nor errors; a test then emits, to all wires or to chosen ones. */
export class graphql {
  /** What `refresh` of every emitted result calls. */
  static readonly refresh = jest.fn(() => Promise.resolve());

  static emit(data: unknown, isChosen?: Chosen): void {
    emit({ data, errors: undefined, refresh: graphql.refresh }, isChosen);
  }

  static emitErrors(errors: readonly GraphQLError[], isChosen?: Chosen): void {
    emit({ data: undefined, errors, refresh: graphql.refresh }, isChosen);
  }

  /** What the connected wires ask for. */
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

/** The document's text stays readable: `text`. */
export function gql(literals: TemplateStringsArray): GraphQLDocument & { readonly text: string } {
  return { kind: 'Document', text: literals.join('') };
}

export const executeMutation = jest.fn<Promise<GraphQLResult>, [GraphQLRequest]>(() =>
  Promise.resolve({ data: {}, errors: undefined })
);
