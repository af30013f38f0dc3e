import type { Page } from '@playwright/test';
import type { LocalOrgControl } from '../localOrgControl.ts';

/** Called at each state of a screen: a test checks the state, a command takes its picture. */
export type Visit = (state: string) => Promise<void>;

/** Leads a person through all states of a screen. */
export interface Walk {
  readonly title: string;
  readonly org: string;
  /** System Administrator by default. */
  readonly person?: string;
  readonly run: (page: Page, localOrg: LocalOrgControl, visit: Visit) => Promise<void>;
}
