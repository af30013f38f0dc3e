import type { Measured } from '../shared/measureCommand.ts';
import type { Pace } from '../shared/populatedOrg.ts';

/** The results for each size, the smallest first. */
export interface Measurement {
  readonly pace: Pace;
  readonly sizes: readonly SizeMeasurement[];
}

export interface SizeMeasurement {
  readonly rows: number;
  /** `enable-users plan`, which changes nothing. */
  readonly plan: Measured;
  /** Both commands, where the org is as fast as it can. */
  readonly unpaced: Both<Measured | RefusedFile>;
  /** Both commands at the pace; null where that would take too long, and without a pace. */
  readonly paced: PacedMeasurement | null;
}

export interface Both<OfSf = Measured> {
  /** `enable-users run` for the same contacts, which plans, sends and joins the results. */
  readonly run: Measured;
  /** `sf data import bulk` of a file with the same users. */
  readonly sf: OfSf;
}

export interface PacedMeasurement extends Both {
  /** From the start of `enable-users run` of an accepted plan to its first user. */
  readonly secondsToFirstUser: number;
}

/** `sf data import bulk` ended without a job that was done, as a job takes no file of that size. */
export interface RefusedFile {
  readonly refusedBytes: number;
}
