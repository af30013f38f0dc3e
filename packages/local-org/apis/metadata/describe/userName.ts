import type { Org } from '../../../engine/org/org.ts';

/** The name of a user; empty for an unknown one. */
export function userName(org: Org, userId: string): string {
  const name = org.find(userId)?.['Name'];
  return typeof name === 'string' ? name : '';
}
