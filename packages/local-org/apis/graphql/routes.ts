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
import { Hono } from 'hono';
import { answerError } from '../shared/errors.ts';
import { isJsonObject, readJsonObject } from '../shared/jsonBody.ts';
import type { CallEnv } from '../shared/session.ts';
import type { View } from '../shared/view.ts';
import { errorsOf, type GraphQlError } from './errors.ts';
import { graphQlSchemaOf } from './graphQlSchema.ts';
import { leaveOutOptionalFields } from './optionalFields.ts';
import type { GraphQlCall } from './recordTypes.ts';
import { subqueryLimit } from './subqueryLimit.ts';

/** A variable or fragment may serve only optional fields that this caller lacks. */
const lenient = [NoUnusedFragmentsRule, NoUnusedVariablesRule];
const rules = [...specifiedRules.filter((rule) => !lenient.includes(rule)), subqueryLimit];

export interface GraphQlAnswer {
  readonly data: unknown;
  readonly errors: readonly GraphQlError[];
}

/** `POST /services/data/vNN.0/graphql`: queries, aggregates and mutations below `uiapi`. */
export function graphQlRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();
  routes.post('/', async (c) => {
    const body = await readJsonObject(c.req);
    if (!body.ok) return answerError(c, body.error);
    const { query, variables, operationName } = body.value;
    if (typeof query !== 'string') {
      return answerError(c, { status: 400, errorCode: 'INVALID_INPUT', message: 'The request body has no query' });
    }
    return c.json(
      await answerQuery(c.get('view'), {
        query,
        variables: isJsonObject(variables) ? variables : {},
        operationName: typeof operationName === 'string' ? operationName : null
      })
    );
  });
  return routes;
}

/** Runs one operation in the name of a person. HTTP 200 also carries validation errors: `data` is null then. */
export async function answerQuery(
  view: View,
  request: {
    readonly query: string;
    readonly variables: Readonly<Record<string, unknown>>;
    readonly operationName: string | null;
  }
): Promise<GraphQlAnswer> {
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
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}
