import type { FlowDataType, Named, OutputAssignment, RecordFilters, Sort, ValueSource } from './values.ts';

export interface Variable extends Named {
  readonly kind: 'variable';
  readonly dataType: FlowDataType;
  /** Only SObject variables have it. */
  readonly objectType: string | null;
  readonly isCollection: boolean;
  readonly isInput: boolean;
  readonly isOutput: boolean;
  readonly scale: number;
  readonly value: ValueSource | null;
}

export interface Constant extends Named {
  readonly kind: 'constant';
  readonly dataType: FlowDataType;
  readonly value: ValueSource | null;
}

interface FormulaResource extends Named {
  readonly kind: 'formula';
  readonly dataType: FlowDataType;
  readonly scale: number;
  readonly expression: string;
}

interface TextTemplate extends Named {
  readonly kind: 'textTemplate';
  readonly text: string;
  readonly isViewedAsPlainText: boolean;
}

export interface Choice extends Named {
  readonly kind: 'choice';
  /** The text that a person sees. It may have merge fields. */
  readonly choiceText: string;
  readonly dataType: FlowDataType;
  readonly value: ValueSource | null;
}

/** A record choice set gives a choice for each record that it finds. */
export interface RecordChoiceSet extends Named {
  readonly kind: 'recordChoiceSet';
  readonly dataType: FlowDataType;
  readonly object: string;
  readonly filters: RecordFilters;
  readonly displayField: string;
  readonly valueField: string | null;
  readonly sort: Sort | null;
  readonly limit: number | null;
  /** Fields of the chosen record that are stored in variables. */
  readonly outputAssignments: readonly OutputAssignment[];
}

/** A picklist choice set gives a choice for each active value of a field. */
export interface PicklistChoiceSet extends Named {
  readonly kind: 'picklistChoiceSet';
  readonly object: string;
  readonly field: string;
  readonly sortOrder: 'Asc' | 'Desc' | null;
}

export type Resource =
  Variable | Constant | FormulaResource | TextTemplate | Choice | RecordChoiceSet | PicklistChoiceSet;
