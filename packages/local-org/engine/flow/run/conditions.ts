import { isId, toId18 } from '../../storage/ids.ts';
import { holds, type Condition, type ComparisonOperator, type FlowValue, type Logic } from '../model/values.ts';
import { isCollection, isRecord } from './interview.ts';
import { sourceValue, valueAt, type RunContext } from './values.ts';

/** Whether the conditions of a rule are met. */
export function areMet(running: RunContext, logic: Logic, conditions: readonly Condition[]): boolean {
  return holds(logic, (index) => {
    const condition = conditions[index];
    return condition === undefined || isMet(running, condition);
  });
}

/** Source: Salesforce Help, "Flow Operators in Decision, Wait, and Collection Filter Elements". */
function isMet(running: RunContext, { left, operator, right }: Condition): boolean {
  const expected = sourceValue(running, right);
  switch (operator) {
    case 'WasVisited':
      return running.frame.visited.has(left.toLowerCase()) === isYes(expected);
    case 'IsChanged':
      return isChanged(running, left) === isYes(expected);
    default:
      return compares(valueAt(running, left), operator, expected);
  }
}

/** Whether a field of `$Record` differs from its value before the change. */
function isChanged(running: RunContext, path: string): boolean {
  const prior = path.replace(/^\$record\./i, '$Record__Prior.');
  return prior !== path && valueAt(running, path) !== valueAt(running, prior);
}

/**
 * Compares two values. Texts compare without regard to case, unlike in formulas (seen in use), ids in 15 or 18 characters.
 */
export function compares(left: FlowValue, operator: ComparisonOperator, right: FlowValue): boolean {
  switch (operator) {
    case 'IsNull':
      return isNull(left) === isYes(right);
    case 'IsBlank':
    case 'IsEmpty':
      return isEmpty(left) === isYes(right);
    case 'WasSet':
    case 'WasSelected':
      return !isNull(left) === isYes(right);
    case 'EqualTo':
      return isEqual(left, right);
    case 'NotEqualTo':
      return !isEqual(left, right);
    case 'GreaterThan':
      return order(left, right, (sign) => sign > 0);
    case 'GreaterThanOrEqualTo':
      return order(left, right, (sign) => sign >= 0);
    case 'LessThan':
      return order(left, right, (sign) => sign < 0);
    case 'LessThanOrEqualTo':
      return order(left, right, (sign) => sign <= 0);
    case 'Contains':
      return isCollection(left) ? left.some((item) => isEqual(item, right)) : textOf(left).includes(textOf(right));
    case 'StartsWith':
      return textOf(left).startsWith(textOf(right));
    case 'EndsWith':
      return textOf(left).endsWith(textOf(right));
    case 'In':
      return isCollection(right) && right.some((item) => isEqual(left, item));
    case 'NotIn':
      return isCollection(right) && !right.some((item) => isEqual(left, item));
    case 'IsChanged':
    case 'WasVisited':
      return false;
  }
}

function isYes(value: FlowValue): boolean {
  return value === true || value === 'true';
}

function isNull(value: FlowValue): boolean {
  return value === null;
}

function isEmpty(value: FlowValue): boolean {
  return value === null || value === '' || (isCollection(value) && value.length === 0);
}

function isEqual(left: FlowValue, right: FlowValue): boolean {
  if (left === null || right === null) return left === right;
  if (typeof left === 'number' || typeof right === 'number') return Number(left) === Number(right);
  return textOf(left) === textOf(right);
}

function order(left: FlowValue, right: FlowValue, isWanted: (sign: number) => boolean): boolean {
  if (left === null || right === null) return false;
  if (typeof left === 'number' || typeof right === 'number') return isWanted(Number(left) - Number(right));
  const [one, other] = [textOf(left), textOf(right)];
  return isWanted(one < other ? -1 : one > other ? 1 : 0);
}

function textOf(value: FlowValue): string {
  if (isRecord(value)) return textOf(value.fields['Id'] ?? null);
  if (value === null || isCollection(value)) return '';
  const text = String(value);
  if (text.length === 15 && isId(text) && /\d/.test(text)) return toId18(text).toLowerCase();
  return text.toLowerCase();
}
