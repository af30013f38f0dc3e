import type { Position } from '../../xml/xml.ts';
import type { Fields, FieldValue } from '../../storage/record.ts';

/** A record in a variable or in the output of an element. A record that is not saved has no `Id`. */
export interface FlowRecord {
  readonly object: string;
  readonly fields: Fields;
}

/** The value of a resource at run time. Dates and date-times are ISO 8601 texts, as in records. */
export type FlowValue = FieldValue | FlowRecord | readonly FlowValue[];

export type FlowDataType = 'String' | 'Number' | 'Currency' | 'Boolean' | 'Date' | 'DateTime' | 'Picklist' | 'SObject';

/**
 * A value as the file defines it: a text, whose merge fields (`Hello {!name}`) get their values when it is read, another
 * literal, or the path of a resource (`$Record.AccountId`, `Get_Contact.Name`, `$GlobalConstant.EmptyString`).
 */
export type ValueSource =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'literal'; readonly value: number | boolean }
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'dateTime'; readonly value: string }
  | { readonly kind: 'reference'; readonly path: string };

export type ComparisonOperator =
  | 'EqualTo'
  | 'NotEqualTo'
  | 'GreaterThan'
  | 'GreaterThanOrEqualTo'
  | 'LessThan'
  | 'LessThanOrEqualTo'
  | 'StartsWith'
  | 'EndsWith'
  | 'Contains'
  | 'In'
  | 'NotIn'
  | 'IsNull'
  | 'IsBlank'
  | 'IsEmpty'
  | 'IsChanged'
  | 'WasSet'
  | 'WasSelected'
  | 'WasVisited';

/** How conditions combine. Their numbers count from zero. `and` without conditions is true. */
export type Logic =
  | { readonly kind: 'condition'; readonly index: number }
  | { readonly kind: 'not'; readonly operand: Logic }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Logic[] };

export interface Condition {
  readonly at: Position;
  /** The path of a resource. */
  readonly left: string;
  readonly operator: ComparisonOperator;
  readonly right: ValueSource | null;
}

interface RecordFilter {
  readonly at: Position;
  readonly field: string;
  readonly operator: ComparisonOperator;
  readonly value: ValueSource | null;
}

/** Conditions on fields of a record, and how they combine. */
export interface RecordFilters {
  readonly logic: Logic;
  readonly filters: readonly RecordFilter[];
}

/** An `<inputAssignments>` of a create or update: a field and its value. */
export interface FieldAssignment {
  readonly at: Position;
  readonly field: string;
  readonly value: ValueSource | null;
}

/** A parameter of a subflow or screen component and its value. */
export interface InputParameter {
  readonly at: Position;
  readonly name: string;
  readonly value: ValueSource | null;
}

/** A field, or the name of an output, and the path of the variable that gets it. */
export interface OutputAssignment {
  readonly at: Position;
  readonly from: string;
  readonly assignToReference: string;
}

/** A part of a flow with an API name, and its position in the file. */
export interface Named {
  readonly at: Position;
  readonly name: string;
}

export interface Sort {
  readonly field: string;
  readonly order: 'Asc' | 'Desc';
}

/** Whether the combined conditions are met. Conditions that cannot change the result any more are not evaluated. */
export function holds(logic: Logic, isMet: (index: number) => boolean): boolean {
  switch (logic.kind) {
    case 'condition':
      return isMet(logic.index);
    case 'not':
      return !holds(logic.operand, isMet);
    case 'and':
      return logic.operands.every((operand) => holds(operand, isMet));
    case 'or':
      return logic.operands.some((operand) => holds(operand, isMet));
  }
}

export interface ElementBase extends Named {
  readonly label: string;
  /** The name of the next element; null at the end of a path. */
  readonly connector: string | null;
}
