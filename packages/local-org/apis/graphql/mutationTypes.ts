import {
  GraphQLBoolean,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLFieldConfig,
  type GraphQLInputFieldConfig
} from 'graphql';
import type { JsonObject } from '../shared/jsonBody.ts';
import { performMutations, type MutationResult } from './mutation.ts';
import type { GraphQlCall, RecordTypes } from './recordTypes.ts';
import { idOrRefScalar, scalars } from './scalars.ts';
import type { VisibleObject } from './visibleSchema.ts';

type Results = ReadonlyMap<string, MutationResult>;

/**
 * Builds `mutation { uiapi { UserCreate(input: { User: … }) { Record { Id } } } }`.
 * Source: GraphQL API Developer Guide, "Mutations".
 */
export function createMutationType(objects: readonly VisibleObject[], records: RecordTypes): GraphQLObjectType {
  const fields: Record<string, GraphQLFieldConfig<Results, GraphQlCall>> = {};
  const deleteInput = new GraphQLInputObjectType({
    name: 'RecordDeleteInput',
    fields: { Id: { type: new GraphQLNonNull(idOrRefScalar) } }
  });
  const deletePayload = new GraphQLObjectType({ name: 'RecordDeletePayload', fields: { Id: { type: GraphQLID } } });

  for (const visible of objects) {
    const { apiName } = visible.object;
    const node = records.nodes.get(apiName);
    if (node === undefined) continue;
    const resolvePayload: GraphQLFieldConfig<Results, GraphQlCall>['resolve'] = (results, _args, { view }, info) => {
      const result = results.get(String(info.path.key));
      if (result === undefined) return null;
      if (!result.ok) throw result.error;
      return { Id: result.id, success: true, Record: view.org.find(result.id) };
    };
    if (visible.createable) {
      fields[`${apiName}Create`] = {
        type: new GraphQLObjectType({ name: `${apiName}CreatePayload`, fields: { Record: { type: node } } }),
        args: {
          input: { type: new GraphQLNonNull(writeInput(visible, 'Create')) }
        },
        resolve: resolvePayload
      };
    }
    if (visible.updateable) {
      fields[`${apiName}Update`] = {
        type: new GraphQLObjectType({
          name: `${apiName}UpdatePayload`,
          fields: { success: { type: GraphQLBoolean }, Record: { type: node } }
        }),
        args: { input: { type: new GraphQLNonNull(writeInput(visible, 'Update')) } },
        resolve: resolvePayload
      };
    }
    if (visible.deletable) {
      fields[`${apiName}Delete`] = {
        type: deletePayload,
        args: { input: { type: new GraphQLNonNull(deleteInput) } },
        resolve: resolvePayload
      };
    }
  }
  const mutations = new GraphQLObjectType<Results, GraphQlCall>({ name: 'UIAPIMutations', fields });
  return new GraphQLObjectType<unknown, GraphQlCall>({
    name: 'Mutation',
    fields: {
      uiapi: {
        type: mutations,
        args: {
          input: {
            type: new GraphQLInputObjectType({
              name: 'UIAPIMutationsInput',
              fields: { allOrNone: { type: GraphQLBoolean, defaultValue: true } }
            })
          }
        },
        resolve: (_source, args: JsonObject, { view }, info) => performMutations(view, mutations, args, info)
      }
    }
  });
}

/** Builds `{ User: { …fields } }`, for an update with `Id`. It has only the fields that the write may set. */
function writeInput({ object, fields }: VisibleObject, verb: 'Create' | 'Update'): GraphQLInputObjectType {
  const representation: Record<string, GraphQLInputFieldConfig> = {};
  for (const { field, kind } of fields) {
    if (!(verb === 'Create' ? field.createable : field.updateable)) continue;
    representation[field.apiName] = { type: field.dataType === 'reference' ? idOrRefScalar : scalars[kind] };
  }
  const type = new GraphQLInputObjectType({
    name: `${object.apiName}${verb}Representation`,
    // A GraphQL type needs a field. The org refuses a write to an object without writable fields.
    fields: Object.keys(representation).length === 0 ? { Id: { type: idOrRefScalar } } : representation
  });
  return new GraphQLInputObjectType({
    name: `${object.apiName}${verb}Input`,
    fields: {
      ...(verb === 'Update' ? { Id: { type: new GraphQLNonNull(idOrRefScalar) } } : {}),
      [object.apiName]: { type: new GraphQLNonNull(type) }
    }
  });
}
