import { findPrerequisites, valueOr, type Finding } from 'c/externalUserRules';
import type { OrgReading } from '../facts/orgFacts.ts';
import type { Planned } from '../plan/makePlan.ts';
import { readWords } from '../plan/words.ts';
import { numberIn } from '../store/rows.ts';
import type { Store } from '../store.ts';
import { PLAN_OUTCOMES, type PlanOutcome } from '../types.ts';
import { textAt } from '../../shared/json.ts';
import { estimateRun, type RunEstimate } from './runEstimate.ts';

export interface Reason {
  readonly outcome: PlanOutcome;
  readonly code: string;
  readonly rows: number;
  /** Of its first row. */
  readonly example: string;
}

export interface LicenseNeed {
  readonly license: string;
  readonly total: number | null;
  readonly used: number | null;
  /** Null for login-based licences, and where it can't be read. */
  readonly left: number | null;
  readonly needed: number;
  readonly missing: number;
}

export interface ProfileUse {
  readonly profile: string;
  readonly users: number;
  /** A site that its users can log in to; null for none that can be seen. */
  readonly site: string | null;
}

/** What a plan comes to: the console, the report and `--json` say the same. */
export interface PlanSummary {
  readonly org: string;
  readonly source: string;
  readonly runFolder: string;
  readonly rows: number;
  readonly counts: Readonly<Record<PlanOutcome, number>>;
  readonly reasons: readonly Reason[];
  readonly licenses: readonly LicenseNeed[];
  readonly profiles: readonly ProfileUse[];
  /** What holds for the whole org: sites, welcome mail, standard profiles. */
  readonly notes: readonly string[];
  readonly run: RunEstimate;
  readonly planning: { readonly apiCalls: number; readonly seconds: number };
}

export interface PlanFrame {
  readonly org: string;
  readonly source: string;
  readonly runFolder: string;
  readonly apiCalls: number;
  readonly seconds: number;
}

export function summarizePlan(store: Store, { org, seats }: Planned, frame: PlanFrame): PlanSummary {
  const counts = store.planCounts();
  const profiles = profilesOf(store, org);
  return {
    org: frame.org,
    source: frame.source,
    runFolder: frame.runFolder,
    rows: store.inputCount(),
    counts: {
      enable: counts['enable'] ?? 0,
      already: counts['already'] ?? 0,
      reactivate: counts['reactivate'] ?? 0,
      skip: counts['skip'] ?? 0,
      blocked: counts['blocked'] ?? 0
    },
    reasons: reasonsOf(store),
    licenses: seats.map(({ license, left, needed, missing }) => ({
      license: license.name,
      total: valueOr(license.total, null),
      used: valueOr(license.used, null),
      left,
      needed,
      missing
    })),
    profiles,
    notes: notesOf(org, profiles),
    run: estimateRun(store),
    planning: { apiCalls: frame.apiCalls, seconds: frame.seconds }
  };
}

function reasonsOf(store: Store): readonly Reason[] {
  const soql = `SELECT outcome, code, count(*) AS rows, sentence, min(row) FROM plan GROUP BY outcome, code ORDER BY rows DESC`;
  const reasons = [...store.database.each(soql)].flatMap((row) => {
    const outcome = PLAN_OUTCOMES.find((one) => one === row['outcome']);
    return outcome === undefined
      ? []
      : [{ outcome, code: textAt(row, 'code'), rows: numberIn(row, 'rows'), example: textAt(row, 'sentence') }];
  });
  return PLAN_OUTCOMES.flatMap((outcome) => reasons.filter((reason) => reason.outcome === outcome));
}

function profilesOf(store: Store, { profiles }: OrgReading): readonly ProfileUse[] {
  const rows = store.database.each(
    "SELECT profileId, count(*) AS users FROM plan WHERE outcome IN ('enable', 'reactivate') GROUP BY profileId ORDER BY users DESC"
  );
  return [...rows].map((row) => {
    const id = textAt(row, 'profileId');
    const profile = profiles.get(id);
    return { profile: profile?.name ?? id, users: numberIn(row, 'users'), site: profile?.siteName ?? null };
  });
}

const CHECKS: readonly Finding['check'][] = ['site', 'mail', 'seats', 'visibility'];

/** What the rules say of the org, and of the profiles that the rows get. */
function notesOf({ facts, profiles }: OrgReading, used: readonly ProfileUse[]): readonly string[] {
  const words = readWords();
  const ofOrg = findPrerequisites(undefined, facts)
    .filter(({ check, status }) => CHECKS.includes(check) && (check === 'mail' || status !== 'pass'))
    .map((finding) => words.sentenceOf(finding));
  const ofProfiles = used.flatMap(({ profile, site }) => {
    const isStandard = [...profiles.values()].some(({ name, isStandard }) => name === profile && isStandard);
    return [
      ...(site === null
        ? [`No site that you can see has ${profile} as a member: its users get no welcome mail and can’t log in yet.`]
        : []),
      ...(isStandard ? [words.sentenceOf({ code: 'standardProfile', words: [profile] })] : [])
    ];
  });
  return [...ofOrg, ...ofProfiles];
}
