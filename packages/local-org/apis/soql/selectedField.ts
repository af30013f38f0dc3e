import type { FieldType } from '@jetstreamapp/soql-parser-js';

/** A selected field as the query writes it: `Account.Name`, or `c.Account.Name` with the object's alias. */
export function textOf(field: Extract<FieldType, { type: 'Field' | 'FieldRelationship' }>): string {
  const rawValue = 'rawValue' in field ? field.rawValue : undefined;
  return rawValue ?? field.field;
}

/** The alias of a selected field, or null. The parser's types declare an alias where none exists. */
export function aliasOf(field: FieldType): string | null {
  const { alias }: { readonly alias?: unknown } = 'alias' in field ? field : {};
  return typeof alias === 'string' ? alias : null;
}
