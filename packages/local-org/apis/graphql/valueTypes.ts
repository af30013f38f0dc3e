import { GraphQLObjectType, GraphQLString } from 'graphql';
import type { FieldSchema } from '../../engine/schema/objectSchema.ts';
import type { FieldValue } from '../../engine/storage/record.ts';
import { apiValueOf, displayValueOf } from '../shared/fieldDisplay.ts';
import { scalars, type FieldKind } from './scalars.ts';

/** The resolved field of a node, from which its value type reads `value` and `displayValue`. */
export interface FieldSource {
  readonly field: FieldSchema;
  readonly value: FieldValue;
}

const names: Readonly<Record<FieldKind, string>> = {
  Boolean: 'BooleanValue',
  Currency: 'CurrencyValue',
  Date: 'DateValue',
  DateTime: 'DateTimeValue',
  Double: 'DoubleValue',
  Email: 'EmailValue',
  EncryptedString: 'EncryptedStringValue',
  Id: 'IDValue',
  Integer: 'IntValue',
  Latitude: 'LatitudeValue',
  LongTextArea: 'LongTextAreaValue',
  Longitude: 'LongitudeValue',
  MultiPicklist: 'MultiPicklistValue',
  Percent: 'PercentValue',
  PhoneNumber: 'PhoneNumberValue',
  Picklist: 'PicklistValue',
  String: 'StringValue',
  TextArea: 'TextAreaValue',
  Url: 'UrlValue'
};

/** Builds one value type for each field type, such as `StringValue { value displayValue }`. */
export function createValueTypes(): ReadonlyMap<FieldKind, GraphQLObjectType<FieldSource>> {
  const types = new Map<FieldKind, GraphQLObjectType<FieldSource>>();
  for (const kind of fieldKinds) {
    const displayValue = {
      type: GraphQLString,
      resolve: (source: FieldSource) => displayValueOf(source.field, source.value)
    };
    types.set(
      kind,
      new GraphQLObjectType<FieldSource>({
        name: names[kind],
        fields: {
          value: { type: scalars[kind], resolve: (source) => apiValueOf(source.field, source.value) },
          displayValue,
          ...(kind === 'Picklist' ? { label: displayValue } : {})
        }
      })
    );
  }
  return types;
}

export const fieldKinds: readonly FieldKind[] = [
  'Boolean',
  'Currency',
  'Date',
  'DateTime',
  'Double',
  'Email',
  'EncryptedString',
  'Id',
  'Integer',
  'Latitude',
  'LongTextArea',
  'Longitude',
  'MultiPicklist',
  'Percent',
  'PhoneNumber',
  'Picklist',
  'String',
  'TextArea',
  'Url'
];
