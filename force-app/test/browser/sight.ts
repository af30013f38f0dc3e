import type { Line } from './checks.ts';

/** What a person sees first in each starting org: the cause by the record's name, and what to do about it. */
export interface Sight {
  readonly person: 'System Administrator' | 'Sales Ops';
  readonly contact: string;
  /** `status`: the contact has a user, so that there are no steps. */
  readonly next: 'open' | 'closed' | 'status';
  readonly lines: readonly Line[];
}
