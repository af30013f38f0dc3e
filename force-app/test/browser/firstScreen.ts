import type { Line } from './checks.ts';

/** The first screen of a starting org: the headline, and checks with their record and fix. */
export interface FirstScreen {
  readonly person: 'System Administrator' | 'Sales Ops';
  readonly contact: string;
  /** The headline; `status` means that the contact has a user, which is shown instead. */
  readonly headline: string;
  readonly lines: readonly Line[];
}
