import { fixed, repeated, type FormulaFunction, type Outcome } from './formulaFunction.ts';
import type { FieldValue } from '../../storage/record.ts';

/** Rounds off the errors of floating point, because formulas calculate with decimals. */
export function decimal(value: number): Outcome {
  return Number.isFinite(value) ? Number(value.toPrecision(15)) : undefined;
}

/** With null the result is null; a division by zero is an error. Source: Salesforce's formula engine, BinaryMathCommand.java. */
export const NUMBER_FUNCTIONS: Readonly<Record<string, FormulaFunction>> = {
  '*': fixed(
    'Number',
    ['Number', 'Number'],
    ofNumbers(([one = 0, other = 0]) => one * other)
  ),
  '/': fixed(
    'Number',
    ['Number', 'Number'],
    ofNumbers(([one = 0, other = 0]) => one / other)
  ),
  MOD: fixed(
    'Number',
    ['Number', 'Number'],
    ofNumbers(([one = 0, other = 0]) => one % other)
  ),
  ROUND: fixed(
    'Number',
    ['Number', 'Number'],
    ofNumbers(([value = 0, digits = 0]) => rounded(value, Math.trunc(digits)))
  ),
  ABS: fixed(
    'Number',
    ['Number'],
    ofNumbers(([value = 0]) => Math.abs(value))
  ),
  MAX: repeated(
    'Number',
    ofNumbers((values) => Math.max(...values))
  ),
  MIN: repeated(
    'Number',
    ofNumbers((values) => Math.min(...values))
  )
};

function ofNumbers(run: (values: readonly number[]) => number): (args: readonly FieldValue[]) => Outcome {
  return (args) => {
    const numbers = args.filter((arg) => typeof arg === 'number');
    return numbers.length < args.length ? null : decimal(run(numbers));
  };
}

/** Rounds half up, away from zero. */
function rounded(value: number, digits: number): number {
  const shifted = Number(`${Math.abs(value)}e${digits}`);
  return Math.sign(value) * Number(`${Math.round(shifted)}e${-digits}`);
}
