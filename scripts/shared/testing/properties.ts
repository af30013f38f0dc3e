import type { Parameters } from 'fast-check';

/**
 * How fast-check runs a property: so many times with the same values each time, so that a change is what breaks a test.
 * `PROPERTY_TIMES=50` runs it fifty times as often, with values of their own; a failure names the seed that repeats it.
 */
export function runsOf(usual: number): Pick<Parameters, 'numRuns' | 'seed'> {
  const times = process.env['PROPERTY_TIMES'];
  return times === undefined ? { numRuns: usual, seed: 1 } : { numRuns: usual * Number(times) };
}
