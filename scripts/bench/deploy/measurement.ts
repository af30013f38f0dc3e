/** The results of one run of the command. */
export interface Measurement {
  readonly components: number;
  /** In order; before the first, the org holds nothing of the product. */
  readonly inARow: readonly Deploy[];
  /** Bytes in use by the org's process before the first deploy, after it, and after the last one. */
  readonly memory: { readonly before: number; readonly afterFirst: number; readonly afterLast: number };
  /** Two deploys that start together, until both are done. */
  readonly atOnce: { readonly seconds: number };
  /** The whole command and the CLI's deploy of the same source, in turns; nothing has changed since the last build. */
  readonly inTurns: readonly Turn[];
}

/** Seconds from the start of a command to its end. */
export interface Turn {
  /** `npm run deploy`, without npm. */
  readonly ours: number;
  readonly sf: number;
}

export interface Deploy {
  /** From the start of the CLI to its end. */
  readonly seconds: number;
  /** The part from the moment when the org starts the deploy until it is done. */
  readonly secondsOfOrg: number;
}
