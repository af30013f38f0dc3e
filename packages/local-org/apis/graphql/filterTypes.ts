import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLString,
  type GraphQLInputFieldConfig
} from 'graphql';
import { scalars, type FieldKind } from './scalars.ts';
import { fieldKinds } from './valueTypes.ts';
import type { VisibleObject } from './visibleSchema.ts';

const literalNames = [
  'YESTERDAY',
  'TODAY',
  'TOMORROW',
  ...['WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR'].flatMap((unit) =>
    ['LAST', 'THIS', 'NEXT'].map((when) => `${when}_${unit}`)
  ),
  'LAST_90_DAYS',
  'NEXT_90_DAYS'
];

/** Relative ranges such as `last_n_days`; each is a SOQL date literal in lower case. */
const rangeNames = ['days', 'weeks', 'months', 'quarters', 'years', 'fiscal_quarters', 'fiscal_years'].flatMap(
  (unit) => [`last_n_${unit}`, `next_n_${unit}`, `n_${unit}_ago`]
);

/** Builds the input types of `where`, such as `Contact_Filter`, by object. */
export function createFilterTypes(objects: readonly VisibleObject[]): ReadonlyMap<string, GraphQLInputObjectType> {
  const filters = new Map<string, GraphQLInputObjectType>();
  const join = new GraphQLInputObjectType({
    name: 'JoinInput',
    fields: () => ({
      ...Object.fromEntries([...filters].map(([name, type]) => [name, { type }])),
      ApiName: { type: GraphQLString }
    })
  });
  const operators = createOperatorTypes(join);
  for (const visible of objects) {
    const { apiName } = visible.object;
    const filter: GraphQLInputObjectType = new GraphQLInputObjectType({
      name: `${apiName}_Filter`,
      fields: () => {
        const fields: Record<string, GraphQLInputFieldConfig> = {
          and: { type: new GraphQLList(filter) },
          or: { type: new GraphQLList(filter) },
          not: { type: filter }
        };
        for (const { field, kind, parent } of visible.fields) {
          if (!field.filterable) continue;
          const type = operators.get(kind);
          if (type !== undefined) fields[field.apiName] = { type };
          const parentFilter = parent === null ? undefined : filters.get(parent.target);
          if (parent !== null && parentFilter !== undefined) fields[parent.name] = { type: parentFilter };
        }
        return fields;
      }
    });
    filters.set(apiName, filter);
  }
  return filters;
}

function createOperatorTypes(join: GraphQLInputObjectType): ReadonlyMap<FieldKind, GraphQLInputObjectType> {
  const literal = new GraphQLEnumType({
    name: 'DateLiteral',
    values: Object.fromEntries(literalNames.map((name) => [name, {}]))
  });
  const range = new GraphQLInputObjectType({
    name: 'DateRange',
    fields: Object.fromEntries(rangeNames.map((name) => [name, { type: GraphQLInt }]))
  });
  const dateInput = new GraphQLInputObjectType({
    name: 'DateInput',
    fields: { value: { type: scalars.Date }, literal: { type: literal }, range: { type: range } }
  });
  const dateTimeInput = new GraphQLInputObjectType({
    name: 'DateTimeInput',
    fields: { value: { type: scalars.DateTime }, literal: { type: literal }, range: { type: range } }
  });
  return new Map(
    fieldKinds
      .filter((kind) => kind !== 'EncryptedString')
      .map((kind) => {
        const value = kind === 'Date' ? dateInput : kind === 'DateTime' ? dateTimeInput : scalars[kind];
        const fields: Record<string, GraphQLInputFieldConfig> = {};
        for (const operator of operatorsOf(kind)) {
          const listed = ['in', 'nin', 'includes', 'excludes'].includes(operator);
          fields[operator] = {
            type: operator === 'inq' || operator === 'ninq' ? join : listed ? new GraphQLList(value) : value
          };
        }
        return [kind, new GraphQLInputObjectType({ name: `${kind}Operators`, fields })];
      })
  );
}

/** The operators of a field type, as a real org's schema lists them. */
function operatorsOf(kind: FieldKind): readonly string[] {
  const ordered = ['eq', 'ne', 'in', 'nin', 'lt', 'lte', 'gt', 'gte'];
  switch (kind) {
    case 'Boolean':
      return ['eq', 'ne'];
    case 'MultiPicklist':
      return ['eq', 'ne', 'includes', 'excludes'];
    case 'Id':
      return [...ordered, 'inq', 'ninq'];
    case 'Email':
    case 'LongTextArea':
    case 'PhoneNumber':
    case 'Picklist':
    case 'String':
    case 'TextArea':
    case 'Url':
      return [...ordered, 'like'];
    case 'Currency':
    case 'Date':
    case 'DateTime':
    case 'Double':
    case 'EncryptedString':
    case 'Integer':
    case 'Latitude':
    case 'Longitude':
    case 'Percent':
      return ordered;
  }
}
