/** Creates the user of a contact at most once, for the quick action and for mass enablement. */
export { createOnce, LOOK_UP_TIME, type LookUp, type NextName, type Outcome } from './createOnce.ts';
export { isMadeBy, type OpenSends } from './openSends.ts';
export { backOff, realTime, withinTime, type Wait } from './retries.ts';
