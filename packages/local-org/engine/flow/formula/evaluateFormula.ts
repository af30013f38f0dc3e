import type { FlowValue } from '../model/values.ts';
import { checkFormula, type PathTypes } from './checkFormula.ts';
import { isEqual } from './comparisons.ts';
import type { Call, Expression, FormulaType } from './expression.ts';
import type { Outcome } from './formulaFunction.ts';
import { FUNCTIONS } from './functions.ts';
import type { FieldValue } from '../../storage/record.ts';

/** The value of a path; null if it has none. */
type Resolve = (path: string) => FlowValue;

/** What an evaluation needs from an interview. */
export interface FormulaContext {
  readonly resolve: Resolve;
  readonly typesOf: PathTypes;
}

/** Evaluates a checked formula. An error gives null. Source: Salesforce Help, "Flow Formula Considerations". */
export function evaluateFormula(expression: Expression, context: FormulaContext): FieldValue {
  return valueOf(expression, context) ?? null;
}

function valueOf(expression: Expression, context: FormulaContext): Outcome {
  switch (expression.kind) {
    case 'constant':
      return expression.value;
    case 'field':
      return plainValue(context.resolve(expression.path));
    case 'call':
      return valueOfCall(expression, context);
  }
}

/** Formulas cannot use records and collections, so they count as null. */
function plainValue(value: FlowValue): FieldValue {
  return typeof value === 'object' ? null : value;
}

function valueOfCall({ name, args }: Call, context: FormulaContext): Outcome {
  const [first, second, third] = args;
  const valueAt = (arg: Expression | undefined): Outcome => (arg === undefined ? null : valueOf(arg, context));
  switch (name) {
    case 'AND':
    case 'OR': {
      // Null counts as false, and the first argument that decides ends the evaluation.
      const decides = name === 'OR';
      for (const arg of args) {
        const value = valueOf(arg, context);
        if (value === undefined) return undefined;
        if ((value === true) === decides) return decides;
      }
      return !decides;
    }
    case 'IF': {
      const condition = valueAt(first);
      return condition === undefined ? undefined : valueAt(condition === true ? second : third);
    }
    case 'NOW':
      return plainValue(context.resolve('$Flow.CurrentDateTime'));
    case 'TODAY':
      return plainValue(context.resolve('$Flow.CurrentDate'));
    case 'ISNEW':
      return context.resolve('$Record__Prior') === null;
    case 'ISCHANGED':
      return first?.kind === 'field' && isChanged(first.path, context);
    case 'PRIORVALUE':
      return first?.kind === 'field' ? priorValue(first.path, context) : undefined;
    default:
      return strictValue(name, args, context);
  }
}

function strictValue(name: string, args: readonly Expression[], context: FormulaContext): Outcome {
  const values: FieldValue[] = [];
  for (const arg of args) {
    const value = valueOf(arg, context);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return FUNCTIONS[name]?.run(
    values,
    args.map((arg) => typeIn(arg, context))
  );
}

function typeIn(expression: Expression, { typesOf }: FormulaContext): FormulaType {
  if (expression.kind === 'field') {
    const type = typesOf(expression.path);
    return type === null || type === 'element' ? 'Null' : type;
  }
  const type = checkFormula(expression, typesOf);
  return typeof type === 'string' ? type : 'Null';
}

/** A new record has no changed fields. Source: Salesforce Help, "ISCHANGED". */
function isChanged(path: string, context: FormulaContext): boolean {
  if (context.resolve('$Record__Prior') === null) return false;
  const [now, before] = [plainValue(context.resolve(path)), plainValue(context.resolve(priorPath(path)))];
  return isEqual(unified(now), unified(before), 'Text') !== true;
}

/** For a new record it is the present value. Source: Salesforce Help, "PRIORVALUE". */
function priorValue(path: string, context: FormulaContext): FieldValue {
  const isNew = context.resolve('$Record__Prior') === null;
  return plainValue(context.resolve(isNew ? path : priorPath(path)));
}

function priorPath(path: string): string {
  return path.replace(/^\$Record/i, '$Record__Prior');
}

function unified(value: FieldValue): FieldValue {
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value;
}
