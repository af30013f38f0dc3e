import type { FieldValue } from '../../storage/record.ts';

/** Types of formulas, by the names in the messages of an org. */
export type FormulaType = 'Text' | 'Number' | 'Boolean' | 'Date' | 'DateTime' | 'Picklist' | 'Null';

/** A parsed formula. Operators are calls too: `a & b` is a call of `&`. */
export type Expression =
  | { readonly kind: 'constant'; readonly type: FormulaType; readonly value: FieldValue }
  /** A merge field without its braces: `$Record.Account.Name`. */
  | { readonly kind: 'field'; readonly path: string }
  | Call;

export interface Call {
  readonly kind: 'call';
  /** In upper case. */
  readonly name: string;
  readonly args: readonly Expression[];
}

/** The problem of a formula, in the words of an org's formula editor. */
export interface FormulaProblem {
  readonly problem: string;
}
