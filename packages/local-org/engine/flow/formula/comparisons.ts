import type { FormulaType } from './expression.ts';
import type { FormulaFunction } from './formulaFunction.ts';
import { isBlank } from './textFunctions.ts';
import { commonType, wrongNumber, wrongType } from './parameterTypes.ts';
import type { FieldValue } from '../../storage/record.ts';

/**
 * Whether two values are equal. All blank texts are equal. With a null of another type the result is null.
 * Source: Salesforce's formula engine, OperatorEquality.java.
 */
export function isEqual(one: FieldValue, other: FieldValue, type: FormulaType): boolean | null {
  if (type === 'Text' || type === 'Picklist') return (isBlank(one) ? '' : one) === (isBlank(other) ? '' : other);
  return one === null || other === null ? null : one === other;
}

const ORDERED: readonly FormulaType[] = ['Number', 'Date', 'DateTime', 'Text', 'Null'];

function equality(negated: boolean): FormulaFunction {
  return {
    check: (name, [one = 'Null', other = 'Null', ...more]) => {
      if (more.length > 0) return wrongNumber(name, 2, more.length + 2);
      return commonType(one, other) === null ? wrongType(name, [one], other) : 'Boolean';
    },
    run: ([one = null, other = null], [oneType = 'Null', otherType = 'Null']) => {
      const equal = isEqual(one, other, commonType(oneType, otherType) ?? 'Null');
      return equal === null ? null : equal !== negated;
    }
  };
}

/** The result is null if one side is. Source: Salesforce's formula engine, OperatorComparison.java. */
function comparison(isMet: (order: number) => boolean): FormulaFunction {
  return {
    check: (name, [one = 'Null', other = 'Null']) => {
      if (commonType(one, other) === null) return wrongType(name, [one], other);
      const strange = [one, other].find((type) => !ORDERED.includes(type));
      return strange === undefined ? 'Boolean' : wrongType(name, ['Number', 'Date', 'DateTime'], strange);
    },
    run: ([one = null, other = null]) => {
      if (isBlank(one) || isBlank(other)) return null;
      return isMet(one < other ? -1 : one > other ? 1 : 0);
    }
  };
}

export const COMPARISONS: Readonly<Record<string, FormulaFunction>> = {
  '=': equality(false),
  '<>': equality(true),
  '<': comparison((order) => order < 0),
  '<=': comparison((order) => order <= 0),
  '>': comparison((order) => order > 0),
  '>=': comparison((order) => order >= 0)
};
