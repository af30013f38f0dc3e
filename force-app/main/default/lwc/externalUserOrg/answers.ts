import type { GraphQLResult } from 'lightning/graphql';
import { known, unknown, type Fact } from 'c/externalUserRules';

/** Narrows answers of GraphQL: `data` has the shape of the query, and any part of it may be missing. */

export type Json = Readonly<Record<string, unknown>>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

export function valueAt(container: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (isJson(value) ? value[name] : undefined), container);
}

/** The text of a field in GraphQL's form `{ value }`, or null. */
export function textAt(node: unknown, ...path: readonly string[]): string | null {
  const value = valueAt(node, ...path, 'value');
  return typeof value === 'string' ? value : null;
}

export function idOf(node: unknown): string {
  const id = valueAt(node, 'Id');
  return typeof id === 'string' ? id : '';
}

/** The records of one object in the answer, or why they are unknown: refused, failed, or not answered yet. */
export function nodesOf(result: GraphQLResult | undefined, object: string): Fact<readonly unknown[]> {
  const edges = valueAt(result?.data, 'uiapi', 'query', object, 'edges');
  if (Array.isArray(edges)) {
    return known(edges.map((edge: unknown) => valueAt(edge, 'node')));
  }
  const errors = result?.errors ?? [];
  if (errors.length === 0) {
    return unknown(result?.data === undefined ? 'pending' : 'notInOrg');
  }
  const say = (words: RegExp): boolean => errors.some(({ message }) => words.test(message));
  return unknown(say(MISSING) ? 'notInOrg' : say(REFUSED) ? 'noAccess' : 'failed');
}

/** The value that `read` makes of the records of one object. */
export function readNodes<Value>(
  result: GraphQLResult | undefined,
  object: string,
  read: (nodes: readonly unknown[]) => Value
): Fact<Value> {
  const nodes = nodesOf(result, object);
  return nodes.kind === 'unknown' ? nodes : known(read(nodes.value));
}

/** GraphQL's validation of a type or field that this org lacks. */
const MISSING = /Validation error|FieldUndefined|Cannot query field|Unknown type/i;

/** Errors that stay for this person; any other error may be gone at the next attempt. */
const REFUSED = /access|permission|privilege|not supported/i;
