import type { Problem } from '../../xml/problem.ts';
import { childOf, type XmlElement } from '../../xml/xml.ts';
import type { Logic } from '../model/values.ts';

/**
 * Reads how conditions combine: `and` (the default), `or`, or an expression over their numbers such as
 * `1 AND (2 OR NOT 3)`. Source: Metadata API Developer Guide, "Flow", FlowRule, conditionLogic. The text of the problem is ours.
 */
export function readLogic(element: XmlElement, name: string, conditions: number, problems: Problem[]): Logic {
  const given = childOf(element, name);
  const text = given?.text.trim() ?? '';
  const all = Array.from({ length: conditions }, (_, index): Logic => ({ kind: 'condition', index }));
  const word = text.toLowerCase();
  if (word === 'or' && conditions > 0) return { kind: 'or', operands: all };
  if (['', 'and', 'or', 'no_filters', 'no_conditions', 'formula', 'formula_evaluates_to_true'].includes(word)) {
    return { kind: 'and', operands: all };
  }
  const tokens = word.match(/\d+|and|or|not|\(|\)|\S+/g) ?? [];
  const logic = expression(tokens, conditions);
  if (logic !== null && tokens.length === 0) return logic;
  problems.push({
    problem: `<${name}> ${text} is no logic over ${conditions} conditions`,
    ...(given ?? element).start
  });
  return { kind: 'and', operands: all };
}

/** Removes the tokens that it reads. Returns null if they are not an expression. To mix AND and OR takes parentheses. */
function expression(tokens: string[], conditions: number): Logic | null {
  const first = operand(tokens, conditions);
  const word = tokens[0];
  if (first === null || (word !== 'and' && word !== 'or')) return first;
  const operands = [first];
  while (tokens[0] === word) {
    tokens.shift();
    const next = operand(tokens, conditions);
    if (next === null) return null;
    operands.push(next);
  }
  return { kind: word, operands };
}

function operand(tokens: string[], conditions: number): Logic | null {
  const token = tokens.shift() ?? '';
  if (token === 'not') {
    const inner = operand(tokens, conditions);
    return inner === null ? null : { kind: 'not', operand: inner };
  }
  if (token === '(') {
    const inner = expression(tokens, conditions);
    return tokens.shift() === ')' ? inner : null;
  }
  const number = /^\d+$/.test(token) ? Number(token) : 0;
  return number >= 1 && number <= conditions ? { kind: 'condition', index: number - 1 } : null;
}
