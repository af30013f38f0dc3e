import type { FieldSchema } from './objectSchema.ts';

/** The type of a field's value, by the name that SOQL errors and XML Schema use. */
export type ValueType = 'string' | 'ID' | 'boolean' | 'double' | 'date' | 'dateTime';

export function valueTypeOf({ dataType }: FieldSchema): ValueType {
  switch (dataType) {
    case 'id':
    case 'reference':
      return 'ID';
    case 'boolean':
      return 'boolean';
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return 'double';
    case 'date':
      return 'date';
    case 'datetime':
      return 'dateTime';
    default:
      return 'string';
  }
}
