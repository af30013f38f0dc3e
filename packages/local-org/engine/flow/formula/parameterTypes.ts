import type { FormulaProblem, FormulaType } from './expression.ts';

/** The type of an expression, or its problem. */
export type Checked = FormulaType | FormulaProblem;

/** The common type of two types; null if they have none. A null fits every type. */
export function commonType(one: FormulaType, other: FormulaType): FormulaType | null {
  if (one === 'Null') return other;
  return other === 'Null' || one === other ? one : null;
}

/** The name of a function or operator in a message. */
export function calledName(name: string): string {
  return /^\w/.test(name) ? `function '${name}()'` : `operator '${name}'`;
}

export function wrongType(name: string, expected: readonly FormulaType[], received: FormulaType): FormulaProblem {
  return {
    problem: `Incorrect parameter type for ${calledName(name)}. Expected ${expected.join(', ')}, received ${received}`
  };
}

export function wrongNumber(name: string, expected: number, received: number): FormulaProblem {
  return {
    problem: `Incorrect number of parameters for ${calledName(name)}. Expected ${expected}, received ${received}`
  };
}

export function wrongArgument(name: string): FormulaProblem {
  return { problem: `Incorrect argument type for ${calledName(name)}. ` };
}
