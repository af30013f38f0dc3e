import type { FormulaType } from './expression.ts';
import type { FormulaFunction, Outcome } from './formulaFunction.ts';
import { decimal } from './numberFunctions.ts';
import { asText, isBlank } from './textFunctions.ts';
import { wrongType, type Checked } from './parameterTypes.ts';
import type { FieldValue } from '../../storage/record.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * `+` and `-` for numbers, a date and days, or two dates; `+` for texts; the sign of a number. With null the result is null,
 * unless texts are added. Source: Salesforce's formula engine, OperatorAddOrSubtract.java.
 */
export const ADDITIONS: Readonly<Record<string, FormulaFunction>> = {
  '+': { check: (name, types) => typeOfSum(name, types, true), run: (args, types) => sum(args, types, 1) },
  '-': { check: (name, types) => typeOfSum(name, types, false), run: (args, types) => sum(args, types, -1) }
};

function typeOfSum(name: string, types: readonly FormulaType[], isAddition: boolean): Checked {
  const [one = 'Null', other] = types;
  if (other === undefined) return one === 'Number' || one === 'Null' ? 'Number' : wrongType(name, ['Number'], one);
  if (isAddition && (one === 'Text' || other === 'Text')) {
    const strange = types.find((type) => type !== 'Text' && type !== 'Null');
    return strange === undefined ? 'Text' : wrongType(name, ['Text'], strange);
  }
  if (isDate(one)) {
    if (other === 'Number' || other === 'Null') return one;
    return !isAddition && other === one ? 'Number' : wrongType(name, ['Number'], other);
  }
  if (isDate(other) && isAddition) return one === 'Number' || one === 'Null' ? other : wrongType(name, ['Number'], one);
  const strange = types.find((type) => type !== 'Number' && type !== 'Null');
  return strange === undefined ? 'Number' : wrongType(name, ['Number', 'Date', 'DateTime'], strange);
}

function isDate(type: FormulaType): type is 'Date' | 'DateTime' {
  return type === 'Date' || type === 'DateTime';
}

function sum(args: readonly FieldValue[], types: readonly FormulaType[], sign: 1 | -1): Outcome {
  const [one = null, other] = args;
  const [oneType = 'Null', otherType = 'Null'] = types;
  if (other === undefined) return typeof one === 'number' ? sign * one : null;
  if (oneType === 'Text' || otherType === 'Text') return asText(one) + asText(other) || null;
  if (isBlank(one) || isBlank(other)) return null;
  if (isDate(oneType)) {
    if (isDate(otherType)) return decimal((milliseconds(one) - milliseconds(other)) / DAY);
    return moved(one, oneType, sign * Number(other));
  }
  return isDate(otherType) ? moved(other, otherType, Number(one)) : decimal(Number(one) + sign * Number(other));
}

function milliseconds(value: FieldValue): number {
  return Date.parse(String(value));
}

/** Adds days to a date or date-time. A date takes whole days only. */
function moved(value: FieldValue, type: 'Date' | 'DateTime', days: number): Outcome {
  const at = milliseconds(value) + (type === 'Date' ? Math.trunc(days) : days) * DAY;
  if (!Number.isFinite(at)) return undefined;
  const text = new Date(at).toISOString();
  return type === 'Date' ? text.slice(0, 10) : text.replace('Z', '+0000');
}
