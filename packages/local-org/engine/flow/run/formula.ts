import { evaluateFormula } from '../formula/evaluateFormula.ts';
import type { Expression } from '../formula/expression.ts';
import { parseFormula } from '../formula/parseFormula.ts';
import type { FlowDataType, FlowValue } from '../model/values.ts';
import { formulaTypes } from '../paths/typeOfPath.ts';
import { coerced, valueAt, type Running } from './values.ts';

const parsed = new Map<string, Expression>();

/** What a formula gives at this point of an interview, in the form of its type. Formulas were checked when the flow was deployed. */
export function evaluate(
  running: Running,
  formula: string,
  { dataType, scale }: { readonly dataType: FlowDataType; readonly scale: number }
): FlowValue {
  const { frame, world } = running;
  const value = evaluateFormula(expressionOf(formula), {
    resolve: (path) => valueAt(running, path),
    typesOf: formulaTypes(frame.flow, world)
  });
  const result = coerced(value, dataType);
  return typeof result === 'number' ? Number(result.toFixed(scale)) : result;
}

function expressionOf(formula: string): Expression {
  const known = parsed.get(formula);
  if (known !== undefined) return known;
  const result = parseFormula(formula);
  if (!result.ok) throw new Error(`A flow was deployed with the formula ${formula}: ${result.problem}`);
  parsed.set(formula, result.expression);
  return result.expression;
}
