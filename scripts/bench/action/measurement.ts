import type { RequestCount } from './requests.ts';

/** The results of one run of the command. */
export interface Measurement {
  readonly runs: number;
  readonly requests: {
    /** From the click on the action until its main button is enabled. */
    readonly toInteractive: Pair<RequestCount>;
    /** From the same click until no request is open. */
    readonly toQuiet: Pair<RequestCount>;
    /** From the click on Create until the answer with the new user's id. */
    readonly toCreated: RequestCount;
    /** From then until the screen shows the user. */
    readonly toVerified: RequestCount;
    /** Depth of both together. */
    readonly depthOfCreation: number;
  };
  readonly times: readonly TimeAtLatency[];
  readonly sizes: Pair<BundleSizes>;
}

/** One result each of our action and of the trivial one. */
export interface Pair<Value> {
  readonly action: Value;
  readonly trivial: Value;
}

export interface TimeAtLatency {
  /** Milliseconds added to each request. */
  readonly latency: number;
  /** Medians in milliseconds. */
  readonly toInteractive: Pair<number>;
}

export interface BundleSizes {
  readonly bundles: readonly { readonly name: string; readonly size: Size }[];
  /** The bundles that the action imports, directly or not. */
  readonly ofAction: Size;
  readonly together: Size;
}

/** Bytes. */
export interface Size {
  readonly raw: number;
  readonly gzip: number;
}
