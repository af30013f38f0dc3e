import type { FormulaType } from './expression.ts';
import { isEqual } from './comparisons.ts';
import { fixed, type FormulaFunction } from './formulaFunction.ts';
import { isBlank } from './textFunctions.ts';
import { commonType, wrongArgument, wrongNumber, wrongType, type Checked } from './parameterTypes.ts';

/** Source: Salesforce's formula engine, FunctionIsNull.java, FunctionNullValue.java, FunctionCase.java, FunctionText.java. */
export const LOGIC_FUNCTIONS: Readonly<Record<string, FormulaFunction>> = {
  NOT: fixed('Boolean', ['Boolean'], ([value = null]) => (typeof value === 'boolean' ? !value : null)),
  ISBLANK: { check: checkNullTest, run: ([value = null]) => isBlank(value) },
  // A text is never null.
  ISNULL: { check: checkNullTest, run: ([value = null], [type]) => type !== 'Text' && value === null },
  BLANKVALUE: { check: checkReplacement, run: ([value = null, other = null]) => (isBlank(value) ? other : value) },
  NULLVALUE: {
    check: checkReplacement,
    run: ([value = null, other = null], [type]) => (type === 'Text' || value !== null ? value : other)
  },
  ISPICKVAL: fixed('Boolean', ['Picklist', 'Text'], ([value = null, text = null]) => isEqual(value, text, 'Text')),
  TEXT: {
    check: (name, types) => {
      const [type = 'Null'] = types;
      if (types.length !== 1) return wrongNumber(name, 1, types.length);
      const isFit = type !== 'Text' && type !== 'Boolean';
      return isFit ? 'Text' : wrongType(name, ['Number', 'Date', 'DateTime', 'Picklist'], type);
    },
    run: ([value = null], [type]) => {
      if (isBlank(value)) return null;
      return type === 'DateTime' ? `${String(value).slice(0, 19).replace('T', ' ')}Z` : String(value);
    }
  },
  CASE: {
    check: checkCase,
    run: ([value = null, ...rest], [type = 'Null', ...caseTypes]) => {
      for (let at = 0; at + 1 < rest.length; at += 2) {
        const shared = commonType(type, caseTypes[at] ?? 'Null') ?? type;
        if (isEqual(value, rest[at] ?? null, shared) === true) return rest[at + 1] ?? null;
      }
      return rest.at(-1) ?? null;
    }
  }
};

function checkNullTest(name: string, types: readonly FormulaType[]): Checked {
  if (types.length !== 1) return wrongNumber(name, 1, types.length);
  return types[0] === 'Boolean' ? wrongArgument(name) : 'Boolean';
}

function checkReplacement(name: string, types: readonly FormulaType[]): Checked {
  const [one = 'Null', other = 'Null'] = types;
  if (types.length !== 2) return wrongNumber(name, 2, types.length);
  if (one === 'Boolean') return wrongArgument(name);
  return commonType(one, other) ?? wrongType(name, [one], other);
}

/** The arguments are the value, pairs of case and result, and the default result. None of them may be a Boolean. */
function checkCase(name: string, types: readonly FormulaType[]): Checked {
  if (types.length % 2 !== 0 || types.length < 4) {
    return wrongNumber(name, Math.max(4, types.length + 1), types.length);
  }
  if (types.includes('Boolean')) return wrongArgument(name);
  const [value = 'Null', ...rest] = types;
  let result: FormulaType = 'Null';
  for (const [index, type] of rest.entries()) {
    const isCase = index % 2 === 0 && index < rest.length - 1;
    const wanted: FormulaType = !isCase ? result : value === 'Picklist' ? 'Text' : value;
    const shared = commonType(wanted, type);
    if (shared === null) return wrongType(name, [wanted], type);
    if (!isCase) result = shared;
  }
  return result;
}
