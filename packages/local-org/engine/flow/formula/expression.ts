import type { FieldValue } from '../../storage/record.ts';

/** Types by the names that an org's messages give them. */
export type FormulaType = 'Text' | 'Number' | 'Boolean' | 'Date' | 'DateTime' | 'Picklist' | 'Null';

/** A formula taken apart. Operators are calls as well: `a & b` is a call of `&`. */
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

/** What is wrong with a formula, in the words of an org's formula editor. */
export interface FormulaProblem {
  readonly problem: string;
}
