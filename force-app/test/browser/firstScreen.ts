import type { Line } from './checks.ts';

/** The first screen of a starting org: each check names its record and the fix. */
export interface FirstScreen {
  readonly person: 'System Administrator' | 'Sales Ops';
  readonly contact: string;
  /** The Next button; `status` means that the contact has a user, so there are no steps. */
  readonly next: 'open' | 'closed' | 'status';
  readonly lines: readonly Line[];
}
