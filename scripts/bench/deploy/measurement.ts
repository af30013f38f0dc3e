/** All that one run of the command finds out. */
export interface Measurement {
  readonly components: number;
  /** One after the other; the org holds nothing of the product before the first. */
  readonly inARow: readonly Deploy[];
  /** Bytes that the org's process can't free, before the first of them, after it, and after the last. */
  readonly memory: { readonly before: number; readonly afterFirst: number; readonly afterLast: number };
  /** Two deploys that start together, until both are done. */
  readonly atOnce: { readonly seconds: number };
}

export interface Deploy {
  /** From the start of the CLI to its end. */
  readonly seconds: number;
  /** Of these, from the moment the org takes the deploy up until it is done with it. */
  readonly secondsOfOrg: number;
}
