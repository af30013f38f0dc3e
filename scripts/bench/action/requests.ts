/** A request to the org, on the page's own clock (`performance.now()`, in milliseconds). */
export interface RequestSpan {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

export interface RequestCount {
  readonly requests: number;
  /** How many round trips follow each other: {@link longestChain}. */
  readonly depth: number;
}

/** Counts the requests that were sent and answered between two moments. One that is open at the end delayed nothing. */
export function countBetween(spans: readonly RequestSpan[], from: number, to: number): RequestCount {
  const inside = spans.filter(({ start, end }) => start >= from && end <= to);
  return { requests: inside.length, depth: longestChain(inside) };
}

/**
 * The most requests of which each started after the one before had ended, as only then it may have needed the answer. With
 * a long latency hardly any request starts that late by chance.
 */
export function longestChain(spans: readonly RequestSpan[]): number {
  const chains: { readonly end: number; readonly length: number }[] = [];
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    const before = chains.filter((chain) => chain.end <= start).map(({ length }) => length);
    chains.push({ end, length: 1 + Math.max(0, ...before) });
  }
  return Math.max(0, ...chains.map(({ length }) => length));
}
