import type { Call, Expression, FormulaType } from './expression.ts';
import { FUNCTIONS, PLATFORM_FUNCTIONS } from './functions.ts';
import { calledName, commonType, wrongArgument, wrongNumber, wrongType, type Checked } from './parameterTypes.ts';
import { notModelled } from '../../schema/notModelled.ts';

/** The type of a path; `element` for a record, a collection or an element without a value; null if the path leads nowhere. */
export type PathTypes = (path: string) => FormulaType | 'element' | null;

/** The functions that accept a picklist. Source: Salesforce Help, "Tips for Working with Picklist and Multi-Select Picklist Formula Fields". */
const TAKES_PICKLIST: ReadonlySet<string> = new Set(['CASE', 'ISCHANGED', 'ISPICKVAL', 'PRIORVALUE', 'TEXT']);

/**
 * The type of a formula, or its first problem. The texts are those of Salesforce's formula engine (labels.xml); those about
 * flows are quoted by public deploy logs.
 */
export function checkFormula(expression: Expression, typesOf: PathTypes): Checked {
  const type = typeOf(expression, typesOf);
  return type === 'Picklist' ? picklistProblem(expression) : type;
}

function typeOf(expression: Expression, typesOf: PathTypes): Checked {
  switch (expression.kind) {
    case 'constant':
      return expression.type;
    case 'field': {
      const type = typesOf(expression.path);
      if (type === null) return { problem: `Field ${expression.path} does not exist. Check spelling.` };
      return type === 'element' ? { problem: `It contains an invalid flow element ${expression.path}.` } : type;
    }
    case 'call':
      return typeOfCall(expression, typesOf);
  }
}

function typeOfCall(call: Call, typesOf: PathTypes): Checked {
  const { name, args } = call;
  const fn = FUNCTIONS[name];
  if (fn === undefined && !SPECIAL.has(name)) {
    return PLATFORM_FUNCTIONS.has(name)
      ? { problem: notModelled(`The function ${name} is not supported`) }
      : { problem: `Unknown function ${name}. Check spelling.` };
  }
  const types: FormulaType[] = [];
  for (const arg of args) {
    const type = typeOf(arg, typesOf);
    if (typeof type !== 'string') return type;
    if (type === 'Picklist' && !TAKES_PICKLIST.has(name)) return picklistProblem(arg);
    types.push(type);
  }
  return fn === undefined ? typeOfSpecial(call, types) : fn.check(name, types);
}

/** Functions that evaluate arguments only if they need them, or that need a field instead of its value. */
const SPECIAL: ReadonlySet<string> = new Set(['AND', 'OR', 'IF', 'ISNEW', 'ISCHANGED', 'PRIORVALUE', 'NOW', 'TODAY']);

function typeOfSpecial({ name, args }: Call, types: readonly FormulaType[]): Checked {
  switch (name) {
    case 'AND':
    case 'OR': {
      const strange = types.find((type) => commonType(type, 'Boolean') === null);
      if (types.length === 0) return wrongNumber(name, 1, 0);
      return strange === undefined ? 'Boolean' : wrongType(name, ['Boolean'], strange);
    }
    case 'IF': {
      const [condition = 'Null', one = 'Null', other = 'Null'] = types;
      if (types.length !== 3) return wrongNumber(name, 3, types.length);
      if (condition !== 'Boolean') return wrongType(name, ['Boolean'], condition);
      return commonType(one, other) ?? wrongType(name, [one], other);
    }
    case 'ISCHANGED':
    case 'PRIORVALUE': {
      const [field] = args;
      if (args.length !== 1 || field === undefined) return wrongNumber(name, 1, args.length);
      if (field.kind !== 'field') return wrongArgument(name);
      if (!/^\$Record\.\w+$/i.test(field.path)) {
        return { problem: `The ${name} function cannot reference the ${field.path} field.` };
      }
      return name === 'ISCHANGED' ? 'Boolean' : (types[0] ?? 'Null');
    }
    default:
      if (types.length > 0) return wrongNumber(name, 0, types.length);
      return name === 'ISNEW' ? 'Boolean' : name === 'NOW' ? 'DateTime' : 'Date';
  }
}

function picklistProblem(expression: Expression): { readonly problem: string } {
  const field = expression.kind === 'call' ? expression.args[0] : expression;
  const name = field?.kind === 'field' ? field.path : calledName(expression.kind === 'call' ? expression.name : '');
  return {
    problem: `Field ${name} is a picklist field. Picklist fields are only supported in certain functions.`
  };
}
