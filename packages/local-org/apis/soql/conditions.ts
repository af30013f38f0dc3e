import type {
  Condition,
  FunctionExp,
  HavingClause,
  Operator,
  ValueQueryCondition,
  WhereClause
} from '@jetstreamapp/soql-parser-js';
import { isOneOf, satisfies, type Comparison, type Operand } from '../../engine/query/comparison.ts';
import { valueTypeOf } from '../../engine/schema/valueType.ts';
import type { FieldSchema } from '../../engine/schema/objectSchema.ts';
import type { FieldValue } from '../../engine/storage/record.ts';
import type { Compilation } from './compilation.ts';
import { report, reportAt } from './errors.ts';
import { operandOf } from './literals.ts';

export type Predicate<Row> = (row: Row) => boolean;

/** The left side of a condition: the field that it compares, and how to read it from a row. */
export interface Subject<Row> {
  readonly field: FieldSchema;
  readonly read: (row: Row) => FieldValue;
  /** Whether the field belongs to the queried object itself, so that an index may find its rows. */
  readonly isOwn?: boolean;
}

/** A compiled clause. */
export interface Conditions<Row> {
  readonly predicate: Predicate<Row>;
  /** A field that has one of these values in every row that passes, so that an index can be used; null when none is known. */
  readonly narrowing: Narrowing | null;
}

export interface Narrowing {
  readonly field: FieldSchema;
  readonly values: readonly string[];
}

/** Resolves the left sides and subqueries of a clause. Null means that a problem was reported. */
export interface Resolver<Row> {
  readonly compilation: Compilation;
  readonly subject: (left: string | FunctionExp) => Subject<Row> | null;
  readonly subquery: (query: ValueQueryCondition['valueQuery']) => readonly FieldValue[] | null;
}

type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | Condition | ValueQueryCondition;

/**
 * Compiles a WHERE or HAVING clause. AND and OR in one sequence without parentheses are an error.
 * Source: SOQL and SOSL Reference, "Condition Expression Syntax".
 */
export function compileConditions<Row>(
  resolver: Resolver<Row>,
  clause: WhereClause | HavingClause
): Conditions<Row> | null {
  return parseSequence(resolver, tokensOf(clause), 0, true);
}

/** Flattens the parser's linked list, which counts parentheses, into a list of tokens. */
function tokensOf(clause: WhereClause | HavingClause): Token[] {
  const tokens: Token[] = [];
  let current: WhereClause | HavingClause | undefined = clause;
  while (current !== undefined) {
    const { left } = current;
    const negated = 'operator' in current && current.operator === 'NOT';
    if (negated) {
      tokens.push(...parentheses('(', left?.openParen), 'NOT');
    } else if (left !== null && ('field' in left || 'fn' in left)) {
      tokens.push(...parentheses('(', left.openParen), left, ...parentheses(')', left.closeParen));
      if ('operator' in current) tokens.push(current.operator === 'OR' ? 'OR' : 'AND');
    }
    current = 'right' in current ? current.right : undefined;
  }
  return tokens;
}

function parentheses(token: '(' | ')', count: number | undefined): Token[] {
  return Array.from({ length: count ?? 0 }, () => token);
}

interface Parsed<Row> extends Conditions<Row> {
  readonly next: number;
}

/** Semi-joins belong into the top level of WHERE. Source: SOQL and SOSL Reference, "Semi-Joins with IN" [F-172]. */
function parseSequence<Row>(
  resolver: Resolver<Row>,
  tokens: readonly Token[],
  start: number,
  isTopLevel: boolean
): Parsed<Row> | null {
  const first = parseOne(resolver, tokens, start);
  if (first === null) return null;
  const predicates = [first.predicate];
  let { next, narrowing } = first;
  let joint: Token | undefined;
  let hasSemiJoin = isSemiJoin(tokens[start]);
  for (let token = tokens[next]; token === 'AND' || token === 'OR'; token = tokens[next]) {
    joint ??= token;
    if (token !== joint)
      return reportAt(resolver.compilation, 'MALFORMED_QUERY', token, `unexpected token: '${token}'`);
    const following = parseOne(resolver, tokens, next + 1);
    if (following === null) return null;
    hasSemiJoin ||= isSemiJoin(tokens[next + 1]);
    predicates.push(following.predicate);
    narrowing = joint === 'OR' ? null : (narrowing ?? following.narrowing);
    next = following.next;
  }
  if (hasSemiJoin && joint === 'OR') {
    const message = "Semi join sub-selects are not allowed with the 'OR' operator";
    return report(resolver.compilation, 'MALFORMED_QUERY', message);
  }
  if (hasSemiJoin && joint !== undefined && !isTopLevel) {
    const message =
      'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.';
    return report(resolver.compilation, 'MALFORMED_QUERY', message);
  }
  const predicate: Predicate<Row> =
    joint === 'OR' ? (row) => predicates.some((one) => one(row)) : (row) => predicates.every((one) => one(row));
  return { predicate, narrowing, next };
}

function isSemiJoin(token: Token | undefined): boolean {
  return typeof token === 'object' && 'valueQuery' in token;
}

function parseOne<Row>(resolver: Resolver<Row>, tokens: readonly Token[], start: number): Parsed<Row> | null {
  const token = tokens[start];
  if (token === 'NOT') {
    const negated = parseOne(resolver, tokens, start + 1);
    return negated === null
      ? null
      : { predicate: (row) => !negated.predicate(row), narrowing: null, next: negated.next };
  }
  if (token === '(') {
    const inner = parseSequence(resolver, tokens, start + 1, false);
    return inner === null ? null : { ...inner, next: inner.next + 1 };
  }
  if (token === undefined || typeof token === 'string') {
    return report(resolver.compilation, 'MALFORMED_QUERY', `unexpected token: '${token ?? '<EOF>'}'`);
  }
  const compiled = compileCondition(resolver, token);
  return compiled === null ? null : { ...compiled, next: start + 1 };
}

function compileCondition<Row>(
  resolver: Resolver<Row>,
  condition: Condition | ValueQueryCondition
): Conditions<Row> | null {
  const { compilation } = resolver;
  if (!('operator' in condition)) return report(compilation, 'MALFORMED_QUERY', `unexpected token: '('`);
  const subject = resolver.subject('fn' in condition ? condition.fn : condition.field);
  if (subject === null) return null;
  const { field, read } = subject;
  const comparison = comparisonOf(condition.operator);
  if (!field.filterable) {
    return report(compilation, 'INVALID_FIELD', `field '${field.apiName}' can not be filtered in a query call`);
  }
  if (comparison === 'like' && valueTypeOf(field) === 'ID') {
    return report(compilation, 'INVALID_QUERY_FILTER_OPERATOR', 'invalid operator on id field');
  }
  let operand: Operand | null;
  if ('valueQuery' in condition) {
    const values = resolver.subquery(condition.valueQuery);
    operand = values === null ? null : { kind: 'values', values };
  } else {
    const n = 'dateLiteralVariable' in condition ? condition.dateLiteralVariable : 0;
    const { value, literalType } = condition;
    operand = operandOf(compilation, {
      field,
      comparison,
      value,
      literalType,
      n: typeof n === 'number' ? n : (n[0] ?? 0)
    });
  }
  if (operand === null) return null;
  const compared = operand;
  if (compared.kind === 'values' && comparison === 'in') {
    const isIn = isOneOf(field, compared.values);
    return { predicate: (row) => isIn(read(row)), narrowing: narrowingOf(subject, compared.values) };
  }
  const narrowing = compared.kind === 'value' && comparison === 'eq' ? narrowingOf(subject, [compared.value]) : null;
  return { predicate: (row) => satisfies(field, read(row), comparison, compared), narrowing };
}

/** Uses an index only for fields by which few records are equal. */
function narrowingOf<Row>({ field, isOwn }: Subject<Row>, values: readonly FieldValue[]): Narrowing | null {
  const isIndexed = field.dataType === 'id' || field.dataType === 'reference' || field.idLookup || field.unique;
  if (isOwn !== true || !isIndexed) return null;
  const texts = values.filter((value) => typeof value === 'string' && value !== '').map(String);
  return texts.length === values.length ? { field, values: texts } : null;
}

function comparisonOf(operator: Operator): Comparison {
  switch (operator) {
    case '=':
      return 'eq';
    case '!=':
      return 'ne';
    case '<':
      return 'lt';
    case '<=':
      return 'lte';
    case '>':
      return 'gt';
    case '>=':
      return 'gte';
    case 'LIKE':
      return 'like';
    case 'IN':
      return 'in';
    case 'NOT IN':
      return 'nin';
    case 'INCLUDES':
      return 'includes';
    case 'EXCLUDES':
      return 'excludes';
  }
}
