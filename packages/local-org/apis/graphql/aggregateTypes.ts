import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLObjectType,
  GraphQLString,
  type GraphQLFieldConfig
} from 'graphql';
import { compareValues } from '../../engine/query/comparison.ts';
import type { FieldSchema } from '../../engine/schema/objectSchema.ts';
import type { FieldValue, StoredRecord } from '../../engine/storage/record.ts';
import { apiValueOf, displayValueOf } from '../shared/fieldDisplay.ts';
import { isJsonObject, type JsonObject } from '../shared/jsonBody.ts';
import { valueOf, visibleRecords } from '../shared/view.ts';
import { connectionOf } from './connection.ts';
import { matchesFilter } from './filter.ts';
import { createConnectionType, type GraphQlCall, type RecordTypes } from './recordTypes.ts';
import { scalars, type FieldKind } from './scalars.ts';
import { fieldKinds } from './valueTypes.ts';
import type { VisibleObject } from './visibleSchema.ts';

/** The records of one group, from which the fields of `aggregate` are computed. */
interface Group {
  readonly records: readonly StoredRecord[];
  /** API names of the grouped fields. */
  readonly groupedBy: ReadonlySet<string>;
}

interface FieldGroup extends Group {
  readonly field: FieldSchema;
}

/** Builds `uiapi.aggregate`. Source: GraphQL API Developer Guide, "Aggregate Support". */
export function createAggregateType(
  objects: readonly VisibleObject[],
  filters: ReadonlyMap<string, GraphQLInputObjectType>,
  records: RecordTypes
): GraphQLObjectType<unknown, GraphQlCall> {
  const groupClause = new GraphQLInputObjectType({
    name: 'GroupByClause',
    fields: { group: { type: GraphQLBoolean } }
  });
  const groupType = new GraphQLEnumType({ name: 'GroupByType', values: { GROUP_BY: {} } });
  const aggregates = createFieldAggregates();
  const fields: Record<string, GraphQLFieldConfig<unknown, GraphQlCall>> = {};
  for (const visible of objects) {
    const { object } = visible;
    if (!visible.isRoot) continue;
    const grouping = new GraphQLInputObjectType({
      name: `${object.apiName}_GroupBy`,
      fields: {
        type: { type: groupType },
        ...Object.fromEntries(
          visible.fields
            .filter(({ field }) => field.groupable)
            .map(({ field }) => [field.apiName, { type: groupClause }])
        )
      }
    });
    const aggregate = new GraphQLObjectType<Group>({
      name: `${object.apiName}Aggregate`,
      fields: Object.fromEntries(
        visible.fields.flatMap(({ field, kind }) => {
          const type = aggregates.get(kind);
          return type === undefined
            ? []
            : [[field.apiName, { type, resolve: (group: Group) => ({ ...group, field }) }]];
        })
      )
    });
    const result = new GraphQLObjectType<Group>({
      name: `${object.apiName}Result`,
      fields: { aggregate: { type: aggregate, resolve: (group) => group } }
    });
    const where = filters.get(object.apiName);
    fields[object.apiName] = {
      type: createConnectionType(`${object.apiName}Aggregate`, result, records.pageInfo),
      args: {
        first: { type: GraphQLInt },
        after: { type: GraphQLString },
        groupBy: { type: grouping },
        ...(where === undefined ? {} : { where: { type: where } })
      },
      resolve: (_source, args: JsonObject, { view }) => {
        const filter = args.where;
        const kept = visibleRecords(view, object).filter(
          (record) => !isJsonObject(filter) || matchesFilter(view, object, record, filter)
        );
        const groupBy = isJsonObject(args.groupBy) ? args.groupBy : {};
        const by = visible.fields.filter(({ field }) => isJsonObject(groupBy[field.apiName])).map(({ field }) => field);
        return connectionOf(groupRecords(kept, by), args);
      }
    };
  }
  return new GraphQLObjectType<unknown, GraphQlCall>({ name: 'RecordQueryAggregate', fields });
}

function groupRecords(records: readonly StoredRecord[], by: readonly FieldSchema[]): Group[] {
  const groupedBy = new Set(by.map((field) => field.apiName));
  if (by.length === 0) return [{ records, groupedBy }];
  const groups = Map.groupBy(records, (record) => JSON.stringify(by.map((field) => valueOf(record, field))));
  return [...groups.values()].map((group) => ({ records: group, groupedBy }));
}

function createFieldAggregates(): ReadonlyMap<FieldKind, GraphQLObjectType<FieldGroup>> {
  const count = new GraphQLObjectType({ name: 'LongAggregate', fields: { value: { type: GraphQLInt } } });
  const number = new GraphQLObjectType({ name: 'NumberAggregate', fields: { value: { type: GraphQLFloat } } });
  return new Map(
    fieldKinds.map((kind) => {
      const extreme = new GraphQLObjectType({ name: `${kind}Extreme`, fields: { value: { type: scalars[kind] } } });
      const isNumber = ['Currency', 'Double', 'Integer', 'Percent'].includes(kind);
      return [
        kind,
        new GraphQLObjectType<FieldGroup>({
          name: `${kind}Aggregate`,
          fields: {
            value: { type: scalars[kind], resolve: (group) => apiValueOf(group.field, groupedValue(group)) },
            displayValue: { type: GraphQLString, resolve: (group) => displayValueOf(group.field, groupedValue(group)) },
            count: { type: count, resolve: (group) => ({ value: valuesOf(group).length }) },
            countDistinct: { type: count, resolve: (group) => ({ value: new Set(valuesOf(group)).size }) },
            ...(kind === 'Boolean'
              ? {}
              : {
                  min: { type: extreme, resolve: (group: FieldGroup) => ({ value: sortedValues(group)[0] ?? null }) },
                  max: {
                    type: extreme,
                    resolve: (group: FieldGroup) => ({ value: sortedValues(group).at(-1) ?? null })
                  }
                }),
            ...(isNumber
              ? {
                  sum: { type: number, resolve: (group: FieldGroup) => ({ value: sumOf(group) }) },
                  avg: {
                    type: number,
                    resolve: (group: FieldGroup) => ({ value: sumOf(group) / Math.max(valuesOf(group).length, 1) })
                  }
                }
              : {})
          }
        })
      ];
    })
  );
}

function groupedValue({ field, records, groupedBy }: FieldGroup): FieldValue {
  const first = records[0];
  return first !== undefined && groupedBy.has(field.apiName) ? valueOf(first, field) : null;
}

function valuesOf({ field, records }: FieldGroup): FieldValue[] {
  return records.map((record) => valueOf(record, field)).filter((value) => value !== null);
}

function sortedValues(group: FieldGroup): FieldValue[] {
  return valuesOf(group).sort((a, b) => compareValues(group.field, a, b));
}

function sumOf(group: FieldGroup): number {
  return valuesOf(group).reduce<number>((sum, value) => sum + Number(value), 0);
}
