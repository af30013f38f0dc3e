import type { FormulaType } from './expression.ts';
import { commonType, wrongNumber, wrongType, type Checked } from './parameterTypes.ts';
import type { FieldValue } from '../../storage/record.ts';

/** A value, or undefined after an error such as a division by zero; then the formula gives null. */
export type Outcome = FieldValue | undefined;

/** A function or operator. It does not run if one of its arguments has an error. */
export interface FormulaFunction {
  check(name: string, args: readonly FormulaType[]): Checked;
  run(args: readonly FieldValue[], types: readonly FormulaType[]): Outcome;
}

/** A function with parameters of these types, of which the last `optional` ones may be missing. */
export function fixed(
  gives: FormulaType,
  takes: readonly FormulaType[],
  run: FormulaFunction['run'],
  optional = 0
): FormulaFunction {
  return {
    check: (name, args) => {
      if (args.length > takes.length || args.length < takes.length - optional) {
        return wrongNumber(name, takes.length, args.length);
      }
      for (const [index, type] of args.entries()) {
        const wanted = takes[index] ?? 'Null';
        if (commonType(type, wanted) === null) return wrongType(name, [wanted], type);
      }
      return gives;
    },
    run
  };
}

/** A function with one or more parameters of the same type. */
export function repeated(type: FormulaType, run: FormulaFunction['run']): FormulaFunction {
  return {
    check: (name, args) => {
      if (args.length === 0) return wrongNumber(name, 1, 0);
      const strange = args.find((arg) => commonType(arg, type) === null);
      return strange === undefined ? type : wrongType(name, [type], strange);
    },
    run
  };
}
