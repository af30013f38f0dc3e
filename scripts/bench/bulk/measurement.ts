import type { Measured } from '../shared/measureCommand.ts';

/** The results for each size, the smallest first. */
export type Measurement = readonly SizeMeasurement[];

export interface SizeMeasurement {
  readonly rows: number;
  /** `enable-users plan`, which changes nothing. */
  readonly plan: Measured;
  /** `enable-users run` for the same contacts, which plans, sends and joins the results. */
  readonly run: Measured;
  /** `sf data import bulk` of a file with the same users. */
  readonly sf: Measured;
}
