import {
  GraphQLBoolean,
  GraphQLError,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLScalarType,
  GraphQLString,
  Kind
} from 'graphql';
import type { FieldSchema } from '../../engine/schema/objectSchema.ts';

/** The field types of Salesforce's GraphQL schema. Each has its own scalar, value type and operators type. */
export type FieldKind =
  | 'Boolean'
  | 'Currency'
  | 'Date'
  | 'DateTime'
  | 'Double'
  | 'Email'
  | 'EncryptedString'
  | 'Id'
  | 'Integer'
  | 'Latitude'
  | 'LongTextArea'
  | 'Longitude'
  | 'MultiPicklist'
  | 'Percent'
  | 'PhoneNumber'
  | 'Picklist'
  | 'String'
  | 'TextArea'
  | 'Url';

/** The field type in GraphQL; null for a compound field, which the schema leaves out. */
export function kindOf(field: FieldSchema): FieldKind | null {
  switch (field.dataType) {
    case 'id':
    case 'reference':
      return 'Id';
    case 'string':
      return 'String';
    case 'textarea':
      return field.length > 255 ? 'LongTextArea' : 'TextArea';
    case 'email':
      return 'Email';
    case 'phone':
      return 'PhoneNumber';
    case 'url':
      return 'Url';
    case 'picklist':
    case 'combobox':
      return 'Picklist';
    case 'multipicklist':
      return 'MultiPicklist';
    case 'boolean':
      return 'Boolean';
    case 'int':
      return 'Integer';
    case 'double':
      if (field.apiName.endsWith('Latitude')) return 'Latitude';
      return field.apiName.endsWith('Longitude') ? 'Longitude' : 'Double';
    case 'currency':
      return 'Currency';
    case 'percent':
      return 'Percent';
    case 'date':
      return 'Date';
    case 'datetime':
      return 'DateTime';
    case 'encryptedstring':
      return 'EncryptedString';
    case 'address':
    case 'location':
    case 'complexvalue':
      return null;
  }
}

/** The scalar of each field type. `Email` is not `String`, so a `String` variable does not fit a filter on an email. */
export const scalars: Readonly<Record<FieldKind, GraphQLScalarType>> = {
  Boolean: GraphQLBoolean,
  Currency: numberScalar('Currency'),
  Date: textScalar('Date'),
  DateTime: textScalar('DateTime'),
  Double: numberScalar('Double'),
  Email: textScalar('Email'),
  EncryptedString: textScalar('EncryptedString'),
  Id: GraphQLID,
  Integer: GraphQLInt,
  Latitude: numberScalar('Latitude'),
  LongTextArea: textScalar('LongTextArea'),
  Longitude: numberScalar('Longitude'),
  MultiPicklist: textScalar('MultiPicklist'),
  Percent: numberScalar('Percent'),
  PhoneNumber: textScalar('PhoneNumber'),
  Picklist: textScalar('Picklist'),
  String: GraphQLString,
  TextArea: textScalar('TextArea'),
  Url: textScalar('Url')
};

export const longScalar = numberScalar('Long');

/** An id, or `@{alias}` for a record that an earlier operation of the same mutation creates. */
export const idOrRefScalar = textScalar('IdOrRef');

function textScalar(name: string): GraphQLScalarType {
  return new GraphQLScalarType<string>({
    name,
    serialize: String,
    parseValue: (value) => textOf(name, value),
    parseLiteral: (node) => textOf(name, node.kind === Kind.STRING ? node.value : undefined)
  });
}

function textOf(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw new GraphQLError(`Expected a value of type '${name}'`);
}

function numberScalar(name: string): GraphQLScalarType {
  return new GraphQLScalarType<unknown, unknown>({
    ...GraphQLFloat.toConfig(),
    name,
    description: undefined,
    specifiedByURL: undefined
  });
}
