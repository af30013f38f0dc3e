import type { Failure } from 'c/externalUserRules';

/** What the org answered: a value, or its refusal. A broken connection is a refusal too (`noAnswer`). */
export type Reply<Value> =
  { readonly kind: 'done'; readonly value: Value } | { readonly kind: 'refused'; readonly failure: Failure };

export function done<Value>(value: Value): Reply<Value> {
  return { kind: 'done', value };
}

export function refused(failure: Failure): Reply<never> {
  return { kind: 'refused', failure };
}

/** A refusal of our own making: an answer that can't be what was asked for. */
export function unreadable(message: string): Reply<never> {
  return refused({ code: 'unreadable', field: null, message, details: message, status: null });
}
