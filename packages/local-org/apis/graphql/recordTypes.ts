import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLID,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLInputObjectType
} from 'graphql';
import { sortRows } from '../../engine/query/sorting.ts';
import type { ObjectSchema } from '../../engine/schema/objectSchema.ts';
import type { StoredRecord } from '../../engine/storage/record.ts';
import { isJsonObject, type JsonObject } from '../shared/jsonBody.ts';
import { parentOf, valueOf, visibleRecords, type View } from '../shared/view.ts';
import { connectionOf, type Connection } from './connection.ts';
import { matchesFilter } from './filter.ts';
import { sortKeysOf } from './ordering.ts';
import { longScalar, type FieldKind } from './scalars.ts';
import { createValueTypes, type FieldSource } from './valueTypes.ts';
import type { VisibleObject } from './visibleSchema.ts';

/** The context of every resolver. */
export interface GraphQlCall {
  readonly view: View;
}

export interface RecordTypes {
  /** Node types such as `Contact`, by object. */
  readonly nodes: ReadonlyMap<string, GraphQLObjectType<StoredRecord, GraphQlCall>>;
  /** The fields of `RecordQuery` by object. Each returns a connection of the records that the person sees. */
  readonly queryFields: Readonly<Record<string, GraphQLFieldConfig<unknown, GraphQlCall>>>;
  readonly valueTypes: ReadonlyMap<FieldKind, GraphQLObjectType<FieldSource>>;
  readonly pageInfo: GraphQLObjectType;
}

/** Builds the output types of records: a node, an edge and a connection for each object. */
export function createRecordTypes(
  objects: readonly VisibleObject[],
  filters: ReadonlyMap<string, GraphQLInputObjectType>,
  orderings: ReadonlyMap<string, GraphQLInputObjectType>
): RecordTypes {
  const valueTypes = createValueTypes();
  const pageInfo = createPageInfoType();
  const scope = new GraphQLEnumType({ name: 'SupportedScopes', values: { EVERYTHING: {}, MINE: {} } });
  const nodes = new Map<string, GraphQLObjectType<StoredRecord, GraphQlCall>>();
  const connections = new Map<string, GraphQLObjectType>();
  const pageArgs = { first: { type: GraphQLInt }, after: { type: GraphQLString }, upperBound: { type: GraphQLInt } };
  const argsOf = (apiName: string): GraphQLFieldConfigArgumentMap => {
    const [filter, ordering] = [filters.get(apiName), orderings.get(apiName)];
    return {
      ...pageArgs,
      ...(filter === undefined ? {} : { where: { type: filter } }),
      ...(ordering === undefined ? {} : { orderBy: { type: ordering } })
    };
  };

  for (const visible of objects) {
    const { object } = visible;
    const node = new GraphQLObjectType<StoredRecord, GraphQlCall>({
      name: object.apiName,
      fields: () => ({
        ...ownFields(visible, valueTypes),
        ...parentFields(visible, nodes),
        ...childFields(visible, objects, connections, argsOf)
      })
    });
    nodes.set(object.apiName, node);
    connections.set(object.apiName, createConnectionType(object.apiName, node, pageInfo));
  }

  const queryFields: Record<string, GraphQLFieldConfig<unknown, GraphQlCall>> = {};
  for (const { object, isRoot } of objects) {
    if (!isRoot) continue;
    const type = connections.get(object.apiName);
    if (type === undefined) continue;
    queryFields[object.apiName] = {
      type,
      args: { ...argsOf(object.apiName), scope: { type: scope }, updateMRU: { type: GraphQLBoolean } },
      resolve: (_source, args: JsonObject, { view }) => {
        const records = visibleRecords(view, object);
        const mine = args.scope === 'MINE';
        return pageOf(view, object, mine ? records.filter((record) => isMine(view, record)) : records, args);
      }
    };
  }
  return { nodes, queryFields, valueTypes, pageInfo };
}

/** Builds `edges { node cursor } pageInfo totalCount pageResultCount` for a node type. */
export function createConnectionType(
  name: string,
  node: GraphQLObjectType,
  pageInfo: GraphQLObjectType
): GraphQLObjectType {
  const edge = new GraphQLObjectType({
    name: `${name}Edge`,
    fields: { node: { type: node }, cursor: { type: new GraphQLNonNull(GraphQLString) } }
  });
  return new GraphQLObjectType({
    name: `${name}Connection`,
    fields: {
      edges: { type: new GraphQLList(edge) },
      pageInfo: { type: new GraphQLNonNull(pageInfo) },
      totalCount: { type: new GraphQLNonNull(GraphQLInt) },
      pageResultCount: { type: new GraphQLNonNull(GraphQLInt) }
    }
  });
}

function ownFields(
  { object, fields }: VisibleObject,
  valueTypes: ReadonlyMap<FieldKind, GraphQLObjectType<FieldSource>>
): Record<string, GraphQLFieldConfig<StoredRecord, GraphQlCall>> {
  const config: Record<string, GraphQLFieldConfig<StoredRecord, GraphQlCall>> = {};
  for (const { field, kind } of fields) {
    const type = valueTypes.get(kind);
    if (type !== undefined)
      config[field.apiName] = { type, resolve: (record) => ({ field, value: valueOf(record, field) }) };
  }
  return {
    ...config,
    Id: { type: new GraphQLNonNull(GraphQLID) },
    ApiName: { type: new GraphQLNonNull(GraphQLString), resolve: () => object.apiName },
    WeakEtag: {
      type: new GraphQLNonNull(longScalar),
      resolve: (record) => Date.parse(String(record.SystemModstamp ?? 0))
    }
  };
}

function parentFields(
  { fields }: VisibleObject,
  nodes: ReadonlyMap<string, GraphQLObjectType<StoredRecord, GraphQlCall>>
): Record<string, GraphQLFieldConfig<StoredRecord, GraphQlCall>> {
  const config: Record<string, GraphQLFieldConfig<StoredRecord, GraphQlCall>> = {};
  for (const { field, parent } of fields) {
    const type = parent === null ? undefined : nodes.get(parent.target);
    if (parent !== null && type !== undefined) {
      config[parent.name] = { type, resolve: (record, _args, { view }) => parentOf(view, record, field) };
    }
  }
  return config;
}

function childFields(
  { children }: VisibleObject,
  objects: readonly VisibleObject[],
  connections: ReadonlyMap<string, GraphQLObjectType>,
  argsOf: (apiName: string) => GraphQLFieldConfigArgumentMap
): Record<string, GraphQLFieldConfig<StoredRecord, GraphQlCall>> {
  const config: Record<string, GraphQLFieldConfig<StoredRecord, GraphQlCall>> = {};
  for (const child of children) {
    const type = connections.get(child.childObject);
    const childObject = objects.find(({ object }) => object.apiName === child.childObject)?.object;
    if (type === undefined || childObject === undefined) continue;
    config[child.relationshipName] = {
      type,
      args: argsOf(child.childObject),
      resolve: (record, args: JsonObject, { view }) => {
        const related = visibleRecords(view, childObject).filter((one) => one[child.field.apiName] === record.Id);
        return pageOf(view, childObject, related, args);
      }
    };
  }
  return config;
}

function pageOf(
  view: View,
  object: ObjectSchema,
  records: readonly StoredRecord[],
  args: JsonObject
): Connection<StoredRecord> {
  const { where, orderBy } = args;
  const kept = isJsonObject(where) ? records.filter((record) => matchesFilter(view, object, record, where)) : records;
  return connectionOf(isJsonObject(orderBy) ? sortRows(kept, sortKeysOf(view, object, orderBy)) : kept, args);
}

function isMine(view: View, record: StoredRecord): boolean {
  return (record.OwnerId ?? record.Id) === view.person.userId;
}

function createPageInfoType(): GraphQLObjectType {
  return new GraphQLObjectType({
    name: 'PageInfo',
    fields: {
      hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean) },
      hasPreviousPage: { type: new GraphQLNonNull(GraphQLBoolean) },
      startCursor: { type: GraphQLString },
      endCursor: { type: GraphQLString }
    }
  });
}
