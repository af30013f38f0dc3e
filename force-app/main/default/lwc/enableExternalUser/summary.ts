import { fill, labels } from 'c/externalUserLabels';
import type { Finding } from 'c/externalUserRules';

/** How many prerequisites stand in the way, in a sentence. */
export function summaryOf(findings: readonly Finding[]): string {
  const blocked = findings.filter(({ status }) => status === 'blocked').length;
  if (blocked === 0) {
    return labels.clearSummary;
  }
  return blocked === 1 ? labels.blockedOne : fill(labels.blockedSummary, [String(blocked)]);
}
