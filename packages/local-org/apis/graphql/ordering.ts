import { GraphQLEnumType, GraphQLInputObjectType, type GraphQLInputFieldConfig } from 'graphql';
import type { SortKey } from '../../engine/query/sorting.ts';
import type { ObjectSchema } from '../../engine/schema/objectSchema.ts';
import type { StoredRecord } from '../../engine/storage/record.ts';
import { isJsonObject, type JsonObject } from '../shared/jsonBody.ts';
import { parentOf, relationshipTarget, valueOf, type View } from '../shared/view.ts';
import type { VisibleObject } from './visibleSchema.ts';

/** Builds the input types of `orderBy` by object: `Contact_OrderBy { Name: { order: DESC, nulls: LAST } }`. */
export function createOrderByTypes(objects: readonly VisibleObject[]): ReadonlyMap<string, GraphQLInputObjectType> {
  const clause = new GraphQLInputObjectType({
    name: 'OrderByClause',
    fields: {
      order: { type: new GraphQLEnumType({ name: 'ResultOrder', values: { ASC: {}, DESC: {} } }) },
      nulls: { type: new GraphQLEnumType({ name: 'NullOrder', values: { FIRST: {}, LAST: {} } }) }
    }
  });
  const types = new Map<string, GraphQLInputObjectType>();
  for (const visible of objects) {
    const { apiName } = visible.object;
    types.set(
      apiName,
      new GraphQLInputObjectType({
        name: `${apiName}_OrderBy`,
        fields: () => {
          const fields: Record<string, GraphQLInputFieldConfig> = {};
          for (const { field, parent } of visible.fields) {
            if (field.sortable) fields[field.apiName] = { type: clause };
            const parentType = parent === null ? undefined : types.get(parent.target);
            if (parent !== null && parentType !== undefined) fields[parent.name] = { type: parentType };
          }
          return fields;
        }
      })
    );
  }
  return types;
}

/** The sort keys of an `orderBy` input, including fields of parents. */
export function sortKeysOf(view: View, object: ObjectSchema, orderBy: JsonObject): SortKey<StoredRecord | undefined>[] {
  return Object.entries(orderBy).flatMap(([key, clause]) => {
    if (!isJsonObject(clause)) return [];
    const field = view.org.schema.field(object, key);
    if (field !== undefined) {
      return [
        {
          field,
          value: (record: StoredRecord | undefined) => (record === undefined ? null : valueOf(record, field)),
          descending: clause.order === 'DESC',
          nullsLast: clause.nulls === 'LAST'
        }
      ];
    }
    const relationship = view.org.schema.relationship(object, key);
    const target = relationship === undefined ? undefined : relationshipTarget(view, relationship);
    if (relationship === undefined || target === undefined) return [];
    return sortKeysOf(view, target, clause).map((sortKey) => ({
      ...sortKey,
      value: (record: StoredRecord | undefined) =>
        sortKey.value(record === undefined ? undefined : parentOf(view, record, relationship))
    }));
  });
}
