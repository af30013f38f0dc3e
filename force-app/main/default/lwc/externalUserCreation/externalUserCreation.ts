/** Sends the user of a contact to the org, at most once: what the quick action and mass enablement both do. */
export { createOnce, type LookUp, type Outcome } from './createOnce.ts';
export { backOff, realTime, withinTime, type Wait } from './retries.ts';
