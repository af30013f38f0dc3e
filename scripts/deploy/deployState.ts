import type { FlowVersions } from '../shared/sf/flowVersions.ts';
import type { Place } from './place/findPlace.ts';

/** What is known of the org and of the deploy after each step. */
export interface DeployState {
  /** As the person names the org: its alias, or the username. */
  readonly orgName: string;
  readonly username: string;
  /** Without a trailing slash. */
  readonly url: string;
  /** Whether the org has partner accounts. */
  readonly hasPartnerAccounts: boolean;
  readonly deployId: string;
  readonly components: number;
  /** null before the deploy. */
  readonly isTranslated: boolean | null;
  /** The deployed flows; null before they are read, and where they can't be. */
  readonly flows: readonly FlowVersions[] | null;
  /** The page that gets the action; null if none does. */
  readonly place: Place | null;
  /** Whether that page has the action. */
  readonly isPlaced: boolean;
}

/** Before the first step. */
export const NOTHING_DONE: DeployState = {
  orgName: '',
  username: '',
  url: '',
  hasPartnerAccounts: false,
  deployId: '',
  components: 0,
  isTranslated: null,
  flows: null,
  place: null,
  isPlaced: false
};
