import { createDeviationCounts, type DeviationCount } from '../store/deviations.ts';
import type { PlanOutcome, PlanRow } from '../store/planRows.ts';

/** Rows with one outcome for one reason. */
export interface ReasonCount {
  readonly outcome: PlanOutcome;
  readonly code: string;
  readonly rows: number;
  /** The sentence of its first row. */
  readonly example: string;
}

export interface ProfileCount {
  readonly profileId: string;
  readonly newUsers: number;
  readonly reactivated: number;
}

/** Counts the rows of a plan as they are decided; counting them in the store afterwards takes seconds of a large plan. */
export interface Tally {
  add(row: PlanRow): void;
  count(outcome: PlanOutcome): number;
  /** Whether any row to enable has a profile with roles, or needs a partner account. */
  needs(what: 'roles' | 'partnerAccounts'): boolean;
  /** Permission sets to assign, of all new users together. */
  grants(): number;
  /** What rows do not get as they ask for it. */
  deviations(): readonly DeviationCount[];
  /** The most frequent first. */
  reasons(): readonly ReasonCount[];
  /** The profiles of rows that get a user, or an active one again. The profile with the most new users comes first. */
  profiles(): readonly ProfileCount[];
}

export function createTally(): Tally {
  const reasons = new Map<string, ReasonCount>();
  const profiles = new Map<string, ProfileCount>();
  const needed = { roles: false, partnerAccounts: false };
  const deviations = createDeviationCounts();
  let grants = 0;

  return {
    add: ({ outcome, code, sentence, profileId, isRoleBased, draft, deviations: ofRow }) => {
      deviations.add(ofRow);
      const key = `${outcome} ${code}`;
      const { rows, example } = reasons.get(key) ?? { rows: 0, example: sentence };
      reasons.set(key, { outcome, code, rows: rows + 1, example });
      if (outcome !== 'enable' && outcome !== 'reactivate') return;
      const { newUsers, reactivated } = profiles.get(profileId) ?? { newUsers: 0, reactivated: 0 };
      profiles.set(profileId, {
        profileId,
        newUsers: newUsers + (outcome === 'enable' ? 1 : 0),
        reactivated: reactivated + (outcome === 'reactivate' ? 1 : 0)
      });
      if (outcome === 'reactivate') return;
      grants += draft?.permissionSetIds.length ?? 0;
      needed.roles ||= isRoleBased;
      needed.partnerAccounts ||= code === 'partnerAccountNotEnabled';
    },
    count: (outcome) =>
      [...reasons.values()].reduce((sum, reason) => sum + (reason.outcome === outcome ? reason.rows : 0), 0),
    grants: () => grants,
    deviations: () => deviations.all(),
    needs: (what) => needed[what],
    reasons: () => [...reasons.values()].sort((one, other) => other.rows - one.rows),
    profiles: () => [...profiles.values()].sort((one, other) => other.newUsers - one.newUsers)
  };
}
