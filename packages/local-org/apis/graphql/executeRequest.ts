import {
  execute,
  GraphQLError,
  NoUnusedFragmentsRule,
  NoUnusedVariablesRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionResult
} from 'graphql';
import type { View } from '../shared/view.ts';
import { findExcess } from './documentSize.ts';
import { errorsOf, type GraphQlError } from './errors.ts';
import { graphQlSchemaOf } from './graphQlSchema.ts';
import { leaveOutOptionalFields } from './optionalFields.ts';
import type { GraphQlCall } from './recordTypes.ts';
import type { GraphQlRequest } from './requests.ts';
import { subqueryLimit } from './subqueryLimit.ts';

/** Rules that do not apply, because a variable or fragment may be used only in optional fields that this caller lacks. */
const lenient = [NoUnusedFragmentsRule, NoUnusedVariablesRule];
const rules = [...specifiedRules.filter((rule) => !lenient.includes(rule)), subqueryLimit];

export interface GraphQlAnswer {
  readonly data: unknown;
  readonly errors: readonly GraphQlError[];
}

/** Executes one operation as the person of the view. Validation errors come with HTTP 200 and `data: null`. */
export async function executeRequest(view: View, request: GraphQlRequest): Promise<GraphQlAnswer> {
  const schema = graphQlSchemaOf(view);
  const parsed = parseQuery(request.query);
  if (parsed instanceof GraphQLError) return { data: null, errors: errorsOf([parsed], 'InvalidSyntax') };
  const document = leaveOutOptionalFields(parsed, schema);
  const problems = validate(schema, document, rules);
  if (problems.length > 0) return { data: null, errors: errorsOf(problems, 'ValidationError') };
  const contextValue: GraphQlCall = { view };
  const result: ExecutionResult = await execute({
    schema,
    document,
    contextValue,
    variableValues: request.variables,
    operationName: request.operationName
  });
  return { data: result.data ?? null, errors: errorsOf(result.errors ?? [], 'DataFetchingException') };
}

function parseQuery(query: string): DocumentNode | GraphQLError {
  try {
    return findExcess(query) ?? parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}
