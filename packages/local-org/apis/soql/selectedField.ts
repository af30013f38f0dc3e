import type { FieldType } from '@jetstreamapp/soql-parser-js';

/** A selected field as the query names it: `Account.Name`, with the object's alias in front where there is one. */
export function textOf(field: Extract<FieldType, { type: 'Field' | 'FieldRelationship' }>): string {
  const rawValue = 'rawValue' in field ? field.rawValue : undefined;
  return rawValue ?? field.field;
}

/** The name that the query gives a selected field, if any. The parser's types promise it where it is absent. */
export function aliasOf(field: FieldType): string | null {
  const { alias }: { readonly alias?: unknown } = 'alias' in field ? field : {};
  return typeof alias === 'string' ? alias : null;
}
