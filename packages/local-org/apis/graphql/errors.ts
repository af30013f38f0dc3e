import { GraphQLError, Kind, type ASTNode, type SourceLocation } from 'graphql';
import type { Refusal } from '../../engine/refusals/rule.ts';
import { notModelledIf } from '../../engine/schema/notModelled.ts';
import { isUnmodelledPart, isUnmodelledType } from './unmodelledParts.ts';
import type { ApiError } from '../shared/errors.ts';

/** One entry of `errors`. Salesforce calls the path to the field `paths`. */
export interface GraphQlError {
  readonly message: string;
  readonly locations: readonly SourceLocation[];
  readonly paths: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** Writes errors in Salesforce's form. `errorType` is the default for errors that name no type. */
export function errorsOf(errors: readonly GraphQLError[], errorType: string): GraphQlError[] {
  return errors.map((error) => ({
    message: errorType === 'ValidationError' ? validationMessage(error) : error.message,
    locations: error.locations ?? [],
    paths: error.path ?? [],
    extensions: { ErrorType: errorType, ...error.extensions }
  }));
}

/** Rewrites errors about unknown fields in the words of Salesforce's server, which is graphql-java. */
function validationMessage(error: GraphQLError): string {
  const [, field = '', type = ''] = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(error.message) ?? [];
  if (field !== '') {
    return notModelledIf(
      isUnmodelledPart(type, field),
      `Validation error of type FieldUndefined: Field '${field}' in type '${type}' is undefined${placeOf(error)}`
    );
  }
  const [, input = '', inputType = ''] = /^Field "(\w+)" is not defined by type "(\w+)"/.exec(error.message) ?? [];
  if (input !== '') {
    return notModelledIf(
      isUnmodelledPart(inputType, input),
      `Validation error of type WrongType: argument contains a field not in '${inputType}': '${input}'`
    );
  }
  const [, value = '', enumType = ''] = /^Value "(\w+)" does not exist in "(\w+)" enum/.exec(error.message) ?? [];
  const [, unknownType = ''] = /^Unknown type "(\w+)"/.exec(error.message) ?? [];
  return notModelledIf(isUnmodelledPart(enumType, value) || isUnmodelledType(unknownType), error.message);
}

function placeOf(error: GraphQLError): string {
  const node: ASTNode | undefined = error.nodes?.[0];
  return node?.kind === Kind.FIELD ? ` @ '${node.name.value}'` : '';
}

/** A request body without a query. */
export const noQuery: ApiError = { status: 400, errorCode: 'INVALID_INPUT', message: 'The request body has no query' };

/** An argument whose value is out of range or malformed. */
export function invalidArgument(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { ErrorType: 'InvalidArgument' } });
}

/** A write that the org has refused. */
export function refusedWrite(refusals: readonly Refusal[]): GraphQLError {
  const [first] = refusals;
  return new GraphQLError(refusals.map(({ message }) => message).join('; '), {
    extensions: {
      ErrorType: 'DataFetchingException',
      errorCode: first?.statusCode ?? 'UNKNOWN_EXCEPTION',
      fields: refusals.flatMap(({ fields }) => fields)
    }
  });
}
