import type { World } from '../../world/world.ts';
import type { FormulaType } from '../formula/expression.ts';
import type { FlowDataType } from '../model/values.ts';
import type { DataType, ObjectSchema } from '../../schema/objectSchema.ts';

/** The type of the value to which a path leads. */
export type PathType =
  | { readonly kind: 'value'; readonly type: FormulaType; readonly isCollection: boolean }
  | { readonly kind: 'record'; readonly object: ObjectSchema; readonly isCollection: boolean }
  /** An element or resource without a value of its own. */
  | { readonly kind: 'nothing' };

/** The part of an org to which flows refer. */
export type FlowOrg = Pick<World, 'schema' | 'metadata' | 'records'>;

export const NOTHING: PathType = { kind: 'nothing' };

export function valueType(type: FormulaType, isCollection = false): PathType {
  return { kind: 'value', type, isCollection };
}

export function recordType({ schema }: FlowOrg, objectName: string, isCollection: boolean): PathType | null {
  const object = schema.object(objectName);
  return object === undefined ? null : { kind: 'record', object, isCollection };
}

export function ofDataType(dataType: FlowDataType): FormulaType {
  switch (dataType) {
    case 'String':
    case 'Picklist':
      return 'Text';
    case 'Number':
    case 'Currency':
      return 'Number';
    case 'Boolean':
    case 'Date':
    case 'DateTime':
      return dataType;
    case 'SObject':
      return 'Null';
  }
}

/** The formula type of each data type. Compound fields are missing, because formulas cannot use them. */
export const FORMULA_TYPES: Readonly<Partial<Record<DataType, FormulaType>>> = {
  id: 'Text',
  string: 'Text',
  textarea: 'Text',
  email: 'Text',
  phone: 'Text',
  url: 'Text',
  combobox: 'Text',
  reference: 'Text',
  encryptedstring: 'Text',
  picklist: 'Picklist',
  multipicklist: 'Picklist',
  boolean: 'Boolean',
  int: 'Number',
  double: 'Number',
  currency: 'Number',
  percent: 'Number',
  date: 'Date',
  datetime: 'DateTime'
};
