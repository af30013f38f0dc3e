import type { Expression, FormulaProblem } from './expression.ts';
import { tokensOf, type Token } from './tokens.ts';
import { notModelled } from '../../schema/notModelled.ts';

type ParsedFormula = { readonly ok: true; readonly expression: Expression } | ({ readonly ok: false } & FormulaProblem);

/** Operators by precedence, the lowest first. Source: Salesforce's formula engine, Formula.g4. */
const LEVELS: readonly ReadonlySet<string>[] = [
  new Set(['||']),
  new Set(['&&']),
  new Set(['=', '==', '<>', '!=']),
  new Set(['<', '>', '<=', '>=']),
  new Set(['+', '-', '&']),
  new Set(['*', '/'])
];

/** Operators with a second name. */
const SAME: Readonly<Record<string, string>> = { '||': 'OR', '&&': 'AND', '==': '=', '!=': '<>', '!': 'NOT' };

/** Reading and evaluating need a part of the stack for each level. */
const MOST_NESTED = 100;
const TOO_DEEP = notModelled('A formula is nested at most 100 deep');

const NULL: Expression = { kind: 'constant', type: 'Null', value: null };

/** Parses a formula. The texts of problems are those of Salesforce's formula engine (labels.xml, FormulaFieldExceptionMessages). */
export function parseFormula(formula: string): ParsedFormula {
  const tokens = tokensOf(formula);
  if ('problem' in tokens) return { ok: false, ...tokens };
  const reader = createReader(tokens);
  const expression = reader.read();
  return reader.problem === null ? { ok: true, expression } : { ok: false, problem: reader.problem };
}

/** Stops at the first problem: every token counts as the end then. */
function createReader(tokens: readonly Token[]): { read(): Expression; readonly problem: string | null } {
  let at = 0;
  let problem: string | null = null;
  const end: Token = { kind: 'end', text: '' };
  const next = (): Token => (problem === null ? (tokens[at] ?? end) : end);
  const isNext = (symbol: string): boolean => next().kind === 'symbol' && next().text === symbol;
  const fail = (text: string): Expression => {
    problem ??= text;
    return NULL;
  };
  const unexpected = (): Expression =>
    fail(next().kind === 'end' ? 'Syntax error' : `Syntax error.  Found '${next().text}'`);
  const expect = (symbol: string): void => {
    if (isNext(symbol)) at += 1;
    else fail(`Syntax error.  Missing '${symbol}'`);
  };

  let nesting = 0;
  const nested = (read: () => Expression): Expression => {
    nesting += 1;
    const expression = nesting > MOST_NESTED ? fail(TOO_DEEP) : read();
    nesting -= 1;
    return expression;
  };
  const level = (depth: number): Expression => {
    const operators = LEVELS[depth];
    if (operators === undefined) return nested(unary);
    let left = level(depth + 1);
    while (next().kind === 'symbol' && operators.has(next().text)) {
      const operator = next().text;
      at += 1;
      left = { kind: 'call', name: SAME[operator] ?? operator, args: [left, level(depth + 1)] };
    }
    return left;
  };
  const unary = (): Expression => {
    for (const operator of ['+', '-', '!']) {
      if (!isNext(operator)) continue;
      at += 1;
      return { kind: 'call', name: SAME[operator] ?? operator, args: [nested(unary)] };
    }
    return primary();
  };
  const primary = (): Expression => {
    const token = next();
    if (token.kind === 'end') return unexpected();
    at += 1;
    switch (token.kind) {
      case 'field':
        return { kind: 'field', path: token.text };
      case 'number':
        return { kind: 'constant', type: 'Number', value: Number(token.text) };
      case 'text':
        return { kind: 'constant', type: 'Text', value: token.text };
      case 'name':
        return named(token.text);
      case 'symbol': {
        if (token.text !== '(') {
          at -= 1;
          return unexpected();
        }
        const inner = level(0);
        expect(')');
        return inner;
      }
    }
  };
  const named = (name: string): Expression => {
    if (isNext('(')) return { kind: 'call', name: name.toUpperCase(), args: args() };
    switch (name.toUpperCase()) {
      case 'TRUE':
      case 'FALSE':
        return { kind: 'constant', type: 'Boolean', value: name.toUpperCase() === 'TRUE' };
      case 'NULL':
        return NULL;
      default:
        return fail(`Field ${name} does not exist. Check spelling.`);
    }
  };
  const args = (): Expression[] => {
    expect('(');
    const list: Expression[] = [];
    if (!isNext(')')) {
      list.push(level(0));
      while (isNext(',')) {
        at += 1;
        list.push(level(0));
      }
    }
    expect(')');
    return list;
  };

  return {
    read: () => {
      const expression = level(0);
      if (problem === null && next().kind !== 'end') {
        return isNext(')') || isNext(',') ? fail(`Syntax error. Extra '${next().text}'`) : unexpected();
      }
      return expression;
    },
    get problem() {
      return problem;
    }
  };
}
