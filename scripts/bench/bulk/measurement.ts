/** All that one run of the command finds out, the smallest size first. */
export type Measurement = readonly SizeMeasurement[];

export interface SizeMeasurement {
  readonly rows: number;
  /** `enable-users plan` alone, which changes nothing. */
  readonly plan: Measured;
  /** `enable-users run` of the same contacts: it plans, sends and joins. */
  readonly run: Measured;
  /** `sf data import bulk` of a file with the same users. */
  readonly sf: Measured;
}

/** One command, from its start to its end. */
export interface Measured {
  readonly seconds: number;
  /** The most memory that was resident at once, of all processes of Node that it was. */
  readonly peakBytes: number;
  /** Requests that the org answered. */
  readonly calls: number;
}
