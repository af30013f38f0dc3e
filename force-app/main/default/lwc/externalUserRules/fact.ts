/** Why a fact is not known. `pending`: the org has not answered yet; `notInOrg`: the org has no such field or object. */
export type UnknownReason = 'pending' | 'noAccess' | 'notInOrg' | 'failed';

/** A value that the org gave, or why it is unknown. An unknown never counts as a pass or as a failure. */
export type Fact<Value> =
  { readonly kind: 'known'; readonly value: Value } | { readonly kind: 'unknown'; readonly reason: UnknownReason };

export function known<Value>(value: Value): Fact<Value> {
  return { kind: 'known', value };
}

export function unknown(reason: UnknownReason): { readonly kind: 'unknown'; readonly reason: UnknownReason } {
  return { kind: 'unknown', reason };
}

/** The known value, or the fallback for an unknown. */
export function valueOr<Value, Fallback>(fact: Fact<Value>, fallback: Fallback): Value | Fallback {
  return fact.kind === 'known' ? fact.value : fallback;
}

/** True while the org has not answered yet. */
export function isPending(fact: Fact<unknown>): boolean {
  return fact.kind === 'unknown' && fact.reason === 'pending';
}
