import { Kind, type ASTNode, type GraphQLError, type SourceLocation } from 'graphql';

/** One entry of `errors`. Salesforce names the place in the answer `paths`. */
export interface GraphQlError {
  readonly message: string;
  readonly locations: readonly SourceLocation[];
  readonly paths: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** Errors in Salesforce's form; `errorType` is used where the error itself names none. */
export function errorsOf(errors: readonly GraphQLError[], errorType: string): GraphQlError[] {
  return errors.map((error) => ({
    message: errorType === 'ValidationError' ? validationMessage(error) : error.message,
    locations: error.locations ?? [],
    paths: error.path ?? [],
    extensions: { ErrorType: errorType, ...error.extensions }
  }));
}

/** Salesforce words an unknown field as graphql-java does, its server; of a `where` without the value that it repeats. */
function validationMessage(error: GraphQLError): string {
  const [, field = '', type = ''] = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(error.message) ?? [];
  if (field !== '') {
    return `Validation error of type FieldUndefined: Field '${field}' in type '${type}' is undefined${placeOf(error)}`;
  }
  const [, input = '', inputType = ''] = /^Field "(\w+)" is not defined by type "(\w+)"/.exec(error.message) ?? [];
  return input === ''
    ? error.message
    : `Validation error of type WrongType: argument contains a field not in '${inputType}': '${input}'`;
}

function placeOf(error: GraphQLError): string {
  const node: ASTNode | undefined = error.nodes?.[0];
  return node?.kind === Kind.FIELD ? ` @ '${node.name.value}'` : '';
}
