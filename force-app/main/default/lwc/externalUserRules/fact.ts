/** Why something is not known. `pending`: the org has not answered yet; `notInOrg`: this org has no such field or type. */
export type UnknownReason = 'pending' | 'noAccess' | 'notInOrg' | 'failed';

/** What the org says, or why it says nothing. An unknown never counts as a pass or as a failure. */
export type Fact<Value> =
  { readonly kind: 'known'; readonly value: Value } | { readonly kind: 'unknown'; readonly reason: UnknownReason };

export function known<Value>(value: Value): Fact<Value> {
  return { kind: 'known', value };
}

export function unknown(reason: UnknownReason): { readonly kind: 'unknown'; readonly reason: UnknownReason } {
  return { kind: 'unknown', reason };
}

/** The known value, or the fallback where it is not known. */
export function valueOr<Value, Fallback>(fact: Fact<Value>, fallback: Fallback): Value | Fallback {
  return fact.kind === 'known' ? fact.value : fallback;
}
