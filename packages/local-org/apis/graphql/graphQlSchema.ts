import {
  DirectiveLocation,
  GraphQLDirective,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  specifiedDirectives
} from 'graphql';
import type { Schema } from '../../engine/schema/objectSchema.ts';
import type { View } from '../shared/view.ts';
import { createAggregateType } from './aggregateTypes.ts';
import { createFilterTypes } from './filterTypes.ts';
import { createMutationType } from './mutationTypes.ts';
import { createOrderByTypes } from './ordering.ts';
import { createRecordTypes, type GraphQlCall } from './recordTypes.ts';
import { signatureOf, visibleSchema, type VisibleObject } from './visibleSchema.ts';

const built = new WeakMap<Schema, Map<string, GraphQLSchema>>();

/** `@optional` marks a field that is left out without an error when it does not exist for the caller (API 65.0). */
const optionalDirective = new GraphQLDirective({ name: 'optional', locations: [DirectiveLocation.FIELD] });

/** The GraphQL schema that a person sees. People who see the same share one built schema. */
export function graphQlSchemaOf(view: View): GraphQLSchema {
  const objects = visibleSchema(view);
  const signature = signatureOf(objects);
  const known = built.get(view.org.schema) ?? new Map<string, GraphQLSchema>();
  built.set(view.org.schema, known);
  const schema = known.get(signature) ?? buildSchema(objects);
  known.set(signature, schema);
  return schema;
}

function buildSchema(objects: readonly VisibleObject[]): GraphQLSchema {
  const filters = createFilterTypes(objects);
  const orderings = createOrderByTypes(objects);
  const records = createRecordTypes(objects, filters, orderings);
  const user = records.nodes.get('User');
  const recordQuery = new GraphQLObjectType<unknown, GraphQlCall>({ name: 'RecordQuery', fields: records.queryFields });
  const aggregate = createAggregateType(objects, filters, records);
  const uiapi = new GraphQLObjectType<unknown, GraphQlCall>({
    name: 'UIAPI',
    fields: {
      query: { type: new GraphQLNonNull(recordQuery), resolve: () => ({}) },
      aggregate: { type: new GraphQLNonNull(aggregate), resolve: () => ({}) },
      ...(user === undefined
        ? {}
        : {
            currentUser: {
              type: user,
              resolve: (_source: unknown, _args: unknown, { view }: GraphQlCall) => view.org.find(view.person.userId)
            }
          })
    }
  });
  return new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: { uiapi: { type: new GraphQLNonNull(uiapi), resolve: () => ({}) } }
    }),
    mutation: createMutationType(objects, records),
    directives: [...specifiedDirectives, optionalDirective]
  });
}
