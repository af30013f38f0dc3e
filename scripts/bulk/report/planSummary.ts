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
  readonly newUsers: number;
  readonly reactivated: number;
  /** Live sites whose members its users are, as far as they can be seen. */
  readonly liveSites: readonly string[];
  /** Those of them that mail each new member a link. */
  readonly welcomedBy: readonly string[];
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

function profilesOf(store: Store, { profiles, sitesOf }: OrgReading): readonly ProfileUse[] {
  const rows = store.database.each(
    `SELECT profileId, sum(outcome = 'enable') AS newUsers, sum(outcome = 'reactivate') AS reactivated FROM plan
     WHERE outcome IN ('enable', 'reactivate') GROUP BY profileId ORDER BY newUsers DESC`
  );
  return [...rows].map((row) => {
    const id = textAt(row, 'profileId');
    const live = (sitesOf.get(id) ?? []).filter(({ isLive }) => isLive);
    return {
      profile: profiles.get(id)?.name ?? id,
      newUsers: numberIn(row, 'newUsers'),
      reactivated: numberIn(row, 'reactivated'),
      liveSites: live.map(({ name }) => name),
      welcomedBy: live.filter((site) => valueOr(site.sendsWelcomeEmail, false)).map(({ name }) => name)
    };
  });
}

/** What the rules say of the whole org where it isn't well, and what its sites do for the profiles that the rows get. */
function notesOf({ facts, profiles }: OrgReading, used: readonly ProfileUse[]): readonly string[] {
  const words = readWords();
  const ofOrg = findPrerequisites(undefined, facts)
    .filter(
      ({ check, status }) =>
        status !== 'pass' && (OF_THE_ORG.includes(check) || (check === 'mail' && status === 'unknown'))
    )
    .map((finding) => words.sentenceOf(finding));
  const standard = [...profiles.values()].filter(({ isStandard }) => isStandard).map(({ name }) => name);
  const ofProfiles = used.flatMap((use) => [
    ...(use.newUsers > 0 ? [siteSentence(use)] : []),
    ...(standard.includes(use.profile) ? [words.sentenceOf({ code: 'standardProfile', words: [use.profile] })] : [])
  ]);
  return [...ofOrg, ...ofProfiles];
}

const OF_THE_ORG: readonly Finding['check'][] = ['site', 'visibility'];

/** Help, Experience Cloud welcome emails: a live site with the setting on mails each new member. */
function siteSentence({ profile, newUsers, liveSites, welcomedBy }: ProfileUse): string {
  if (welcomedBy.length > 0) {
    return `${profile}: every new user (${newUsers.toLocaleString('en-US')}) gets a welcome email from ${welcomedBy.join(' and ')}, unless the run suppresses it.`;
  }
  return liveSites.length > 0
    ? `${profile}: new users can log in to ${liveSites.join(' and ')}, which sends no welcome email. Send them links with reset-passwords.`
    : `${profile}: no live site that you can see has this profile as a member. Its users get no welcome email and can’t log in yet.`;
}
