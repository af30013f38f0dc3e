/**
 * Stand-in for `lightning/logger`. Nothing is logged, as in an org without Event Monitoring. Component Reference:
 * lightning-logger.
 */
export function log(_message: unknown): void {
  // The function has no result that a component could see.
}
