import type { RequestCount } from './requests.ts';

/** All that one run of the command finds out. */
export interface Measurement {
  readonly runs: number;
  readonly requests: {
    /** From the click on the action until its main button is enabled. */
    readonly toInteractive: Pair<RequestCount>;
    /** From the same click until nothing is under way any more. */
    readonly toQuiet: Pair<RequestCount>;
    /** From the click on Create until the new user's id has come. */
    readonly toCreated: RequestCount;
    /** From then until the screen shows the user. */
    readonly toVerified: RequestCount;
    /** Depth of both together. */
    readonly depthOfCreation: number;
  };
  readonly times: readonly TimeAtLatency[];
  readonly sizes: Pair<BundleSizes>;
}

/** The same of our action and of the trivial one. */
export interface Pair<Value> {
  readonly action: Value;
  readonly trivial: Value;
}

export interface TimeAtLatency {
  /** Milliseconds added to each request. */
  readonly latency: number;
  /** Milliseconds, medians. */
  readonly toInteractive: Pair<number>;
}

export interface BundleSizes {
  readonly bundles: readonly { readonly name: string; readonly size: Size }[];
  /** Those that the action leads to. */
  readonly ofAction: Size;
  readonly together: Size;
}

/** Bytes. */
export interface Size {
  readonly raw: number;
  readonly gzip: number;
}
