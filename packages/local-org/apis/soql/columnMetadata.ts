import type { FieldSchema, ObjectSchema } from '../../engine/schema/objectSchema.ts';
import type { FieldPath } from './fieldPath.ts';

/** One column of a query's answer, as `query?columns=true` describes it. */
export interface Column {
  readonly aggregate: boolean;
  readonly apexType: string;
  readonly booleanType: boolean;
  readonly columnName: string;
  readonly custom: boolean;
  readonly displayName: string;
  readonly foreignKeyName: string | null;
  readonly insertable: boolean;
  readonly joinColumns: readonly Column[];
  readonly numberType: boolean;
  readonly textType: boolean;
  readonly updatable: boolean;
}

export interface ColumnMetadata {
  readonly columnMetadata: readonly Column[];
  readonly entityName: string;
  readonly groupBy: boolean;
  readonly idSelected: boolean;
  readonly keyPrefix: string;
}

/** Describes the columns of a query; clients such as the sf CLI lay out a table by them. */
export function columnMetadata(object: ObjectSchema, columns: readonly Column[], groupBy: boolean): ColumnMetadata {
  return {
    columnMetadata: columns,
    entityName: object.apiName,
    groupBy,
    idSelected: columns.some((column) => column.columnName === 'Id'),
    keyPrefix: object.keyPrefix
  };
}

/** `Account.Owner.Name` is a column `Account` that joins `Owner`, which joins `Name`. */
export function columnOfPath(path: FieldPath, alias: string | null): Column {
  const leaf = columnOfField(alias ?? path.field.apiName, path.field);
  return path.parents.reduceRight<Column>(
    (joined, parent) => ({ ...joining(parent.name, [joined]), foreignKeyName: parent.field.apiName }),
    leaf
  );
}

/** The column of a subquery: an aggregate column that joins the subquery's columns. */
export function columnOfChildren(name: string, joinColumns: readonly Column[]): Column {
  return { ...joining(name, joinColumns), aggregate: true };
}

/** The column of an aggregate such as `COUNT(Id)`, named by its alias or `expr0`. */
export function columnOfAggregate(columnName: string, displayName: string, field: FieldSchema): Column {
  return { ...columnOfField(columnName, field), aggregate: true, displayName };
}

/** The column of a field of the queried object. */
export function columnOfField(columnName: string, field: FieldSchema): Column {
  return {
    ...joining(columnName, []),
    apexType: apexTypeOf(field),
    booleanType: field.dataType === 'boolean',
    insertable: field.createable,
    numberType: ['Integer', 'Double', 'Decimal'].includes(apexTypeOf(field)),
    textType: apexTypeOf(field) === 'String',
    updatable: field.updateable
  };
}

function joining(columnName: string, joinColumns: readonly Column[]): Column {
  return {
    aggregate: false,
    apexType: 'complexvalue',
    booleanType: false,
    columnName,
    custom: false,
    displayName: columnName,
    foreignKeyName: null,
    insertable: false,
    joinColumns,
    numberType: false,
    textType: false,
    updatable: false
  };
}

function apexTypeOf(field: FieldSchema): string {
  switch (field.dataType) {
    case 'id':
    case 'reference':
      return 'Id';
    case 'boolean':
      return 'Boolean';
    case 'int':
      return 'Integer';
    case 'double':
    case 'percent':
      return 'Double';
    case 'currency':
      return 'Decimal';
    case 'date':
      return 'Date';
    case 'datetime':
      return 'Datetime';
    case 'address':
      return 'Address';
    case 'location':
      return 'Location';
    case 'string':
    case 'textarea':
    case 'email':
    case 'phone':
    case 'url':
    case 'picklist':
    case 'multipicklist':
    case 'combobox':
    case 'encryptedstring':
    case 'complexvalue':
      return 'String';
  }
}
