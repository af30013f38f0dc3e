import {
  displayText,
  findPrerequisites,
  known,
  seesExternalUsers,
  sitesOfProfile,
  valueOr,
  welcomeSenders,
  type Finding,
  type ProfileSites,
  type Site
} from 'c/externalUserRules';
import type { OrgReading } from '../facts/orgFacts.ts';
import type { Planned } from '../plan/makePlan.ts';
import type { ReasonCount, Tally } from '../plan/tally.ts';
import { readSentences } from '../plan/sentences.ts';
import type { DeviationCount } from '../store/deviations.ts';
import type { Store } from '../store/store.ts';
import { PLAN_OUTCOMES, type PlanOutcome } from '../store/planRows.ts';
import { estimateRun, type RunEstimate } from './runEstimate.ts';

export interface LicenseNeed {
  readonly license: string;
  readonly total: number | null;
  readonly used: number | null;
  /** Null where it can't be read. */
  readonly left: number | null;
  readonly needed: number;
  readonly missing: number;
  /** Log-ins a month are counted besides. */
  readonly isLoginBased: boolean;
}

export interface ProfileUse {
  readonly profile: string;
  readonly newUsers: number;
  readonly reactivated: number;
  /** Live sites whose members its users are; null if that can't be seen and the settings don't say it. */
  readonly liveSites: readonly string[] | null;
  /** Those of them that mail each new member a link. */
  readonly welcomedBy: readonly string[];
  /** The day of the settings that say so; null if the person sees the sites. */
  readonly sitesAsOf: string | null;
}

/** What a plan comes to. The console, the report and `--json` say the same. */
export interface PlanSummary {
  readonly org: string;
  readonly source: string;
  readonly runFolder: string;
  readonly rows: number;
  readonly counts: Readonly<Record<PlanOutcome, number>>;
  readonly reasons: readonly ReasonCount[];
  /** What rows do not get as they ask for it, by code. */
  readonly deviations: readonly DeviationCount[];
  readonly licenses: readonly LicenseNeed[];
  readonly profiles: readonly ProfileUse[];
  /** Sentences about the input and the whole org: sites, welcome email, standard profiles. */
  readonly notes: readonly string[];
  readonly run: RunEstimate;
  readonly planning: { readonly apiCalls: number; readonly seconds: number };
}

export interface PlanFrame {
  readonly org: string;
  readonly source: string;
  /** Sentences about the input. */
  readonly notes: readonly string[];
  readonly runFolder: string;
  readonly apiCalls: number;
  readonly seconds: number;
}

export function summarizePlan(store: Store, { org, seats, tally }: Planned, frame: PlanFrame): PlanSummary {
  const profiles = profilesOf(tally, org);
  return {
    org: frame.org,
    source: frame.source,
    runFolder: frame.runFolder,
    rows: store.input.count(),
    counts: {
      enable: tally.count('enable'),
      already: tally.count('already'),
      reactivate: tally.count('reactivate'),
      skip: tally.count('skip'),
      blocked: tally.count('blocked')
    },
    reasons: PLAN_OUTCOMES.flatMap((outcome) => tally.reasons().filter((reason) => reason.outcome === outcome)),
    deviations: tally.deviations(),
    licenses: seats.map(({ license, left, needed, missing }) => ({
      license: license.name,
      total: valueOr(license.total, null),
      used: valueOr(license.used, null),
      left,
      needed,
      missing,
      isLoginBased: license.isLoginBased
    })),
    profiles,
    notes: [...frame.notes, ...notesOf(org, profiles)],
    run: estimateRun(store, tally),
    planning: { apiCalls: frame.apiCalls, seconds: frame.seconds }
  };
}

function profilesOf(tally: Tally, org: OrgReading): readonly ProfileUse[] {
  return tally.profiles().map(({ profileId, newUsers, reactivated }) => {
    const sites = sitesOfUsers(profileId, org);
    const live = sites?.sites.filter(({ isLive }) => isLive) ?? null;
    return {
      profile: org.profiles.get(profileId)?.name ?? profileId,
      newUsers,
      reactivated,
      liveSites: live?.map(({ name }) => name) ?? null,
      welcomedBy: welcomeSenders(live ?? []).map(({ name }) => name),
      sitesAsOf: sites?.asOf ?? null
    };
  });
}

type LoginSites = Pick<ProfileSites, 'asOf'> & {
  readonly sites: readonly Pick<Site, 'name' | 'isLive' | 'sendsWelcomeEmail'>[];
};

/** The members of sites as the person sees them, else the settings of the profile; undefined if neither says anything. */
function sitesOfUsers(profileId: string, { facts, profiles, sitesOf }: OrgReading): LoginSites | undefined {
  const seen = sitesOf.get(profileId) ?? (facts.runningUser.seesAllSites ? [] : undefined);
  if (seen !== undefined) return { sites: seen, asOf: null };
  const profile = profiles.get(profileId);
  return profile === undefined ? undefined : valueOr(sitesOfProfile(profile, facts), undefined);
}

/** What is wrong with the org as a whole, and what its sites do for the profiles that the rows get. */
function notesOf({ facts, profiles, unverifiedSenders }: OrgReading, used: readonly ProfileUse[]): readonly string[] {
  const sentences = readSentences();
  const ofOrg = findPrerequisites({ contact: undefined, user: known(null), org: facts })
    .filter(
      ({ check, status }) =>
        status !== 'pass' && (OF_THE_ORG.includes(check) || (check === 'mail' && status === 'unknown'))
    )
    .map((finding) => sentences.ofFinding(finding));
  const hidden =
    used.some(({ newUsers }) => newUsers > 0) && !seesExternalUsers(facts.runningUser) ? [MAY_HIDE_USERS] : [];
  const standard = [...profiles.values()].filter(({ isStandard }) => isStandard).map(({ name }) => name);
  const ofProfiles = used.flatMap((use) => [
    ...(use.newUsers > 0 ? [siteSentence(use)] : []),
    ...(standard.includes(use.profile) ? [sentences.ofFinding({ code: 'standardProfile', words: [use.profile] })] : [])
  ]);
  const welcoming = used.filter(({ newUsers }) => newUsers > 0).flatMap(({ welcomedBy }) => welcomedBy);
  const ofMail = [...unverifiedSenders].flatMap(([site, address]) =>
    welcoming.includes(site) ? [senderSentence(site, address)] : []
  );
  return [...ofOrg, ...hidden, ...ofProfiles, ...ofMail];
}

/** Mail from such a domain is dropped without an error, unless the org uses a substitute address, which no API tells [F-151] [F-152]. */
function senderSentence(site: string, address: string): string {
  return `${displayText(site)}: its mail is sent from ${displayText(address)} and may not arrive, without an error: the domain isn’t verified. npm run doctor says how to verify it.`;
}

/** After a lost answer, only the user itself says whether it was created. */
const MAY_HIDE_USERS =
  'You may not see the users that the run creates. If an answer of the org is lost, the run can’t tell whether a user is its own: such rows end in unclear.csv, and the run with exit code 68. Somebody with Manage External Users or View All Users has no such rows.';

const OF_THE_ORG: readonly Finding['check'][] = ['site', 'visibility'];

/** A live site with the setting on mails each new member [F-029]. */
function siteSentence({ newUsers, sitesAsOf, ...names }: ProfileUse): string {
  const profile = displayText(names.profile);
  const asOf = sitesAsOf === null ? '' : `, as of ${sitesAsOf}`;
  if (names.liveSites === null) {
    return `${profile}: you can’t see which sites its users may use. npm run doctor -- --write-settings, run by an administrator, adds them to the profile’s settings.`;
  }
  const liveSites = names.liveSites.map(displayText).join(' and ');
  const welcomedBy = names.welcomedBy.map(displayText).join(' and ');
  if (welcomedBy !== '') {
    return `${profile}: every new user (${newUsers.toLocaleString('en-US')}) is to get a welcome email from ${welcomedBy}${asOf}, unless the run suppresses it.`;
  }
  return liveSites !== ''
    ? `${profile}: new users can log in to ${liveSites}, which sends no welcome email${asOf}. Send them links with reset-passwords.`
    : `${profile}: no live site has this profile as a member${asOf}. Its users get no welcome email and can’t log in yet.`;
}
