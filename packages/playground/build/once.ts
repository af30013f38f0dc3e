/** Calls a function the first time only, and answers the same result ever after. */
export function once<Result>(call: () => Result): () => Result {
  let kept: { readonly result: Result } | undefined;
  return () => (kept ??= { result: call() }).result;
}
