import type { Fact } from './fact.ts';
import type { OrgFacts, RecordReference } from './facts.ts';
import type { FoundHolder } from './nameHolder.ts';

/** A sentence with more names is too long to read. */
const MOST_NAMES = 5;

/** `pending`: the org has not answered yet. `unknown`: it can't be read, so the org decides at the creation. */
export type FindingStatus = 'pass' | 'warning' | 'blocked' | 'unknown' | 'pending';

/** The checks, in the order in which a person would clear them; from `membership` on they depend on the choices. */
export type Check =
  | 'permission'
  | 'user'
  | 'account'
  | 'owner'
  | 'contactOwners'
  | 'email'
  | 'privacy'
  | 'personAccount'
  | 'partner'
  | 'site'
  | 'mail'
  | 'profiles'
  | 'seats'
  | 'visibility'
  | 'membership'
  | 'standardProfile'
  | 'usernameForm'
  | 'username'
  | 'nickname';

export type FindingCode =
  | 'pending'
  | 'permissionHeld'
  | 'permissionCustomersOnly'
  | 'permissionMissing'
  | 'noUserYet'
  | 'userActive'
  | 'userInactive'
  | 'userHidden'
  | 'accountPresent'
  | 'accountMissing'
  | 'accountHidden'
  | 'ownerReady'
  | 'ownerInactive'
  | 'ownerWithoutRole'
  | 'ownerRoleHidden'
  | 'ownerExternal'
  | 'contactOwnerExternal'
  | 'contactOwnersHidden'
  | 'emailPresent'
  | 'emailMissing'
  | 'emailUnusable'
  | 'processingAllowed'
  | 'processingRefused'
  | 'forgettingAsked'
  | 'processingHidden'
  | 'personAccount'
  | 'partnerAccount'
  | 'partnerAccountNotEnabled'
  | 'partnerAccountsOff'
  | 'siteLive'
  | 'siteRegisters'
  | 'siteNotLive'
  | 'siteMissing'
  | 'siteBySettings'
  | 'sitesHidden'
  | 'experiencesOff'
  | 'mailSent'
  | 'mailOff'
  | 'mailBySettings'
  | 'mailOffBySettings'
  | 'mailHidden'
  | 'profilesFound'
  | 'profilesAllowed'
  | 'profilesInUse'
  | 'profileMissing'
  | 'profilesHidden'
  | 'seatsFree'
  | 'seatsTaken'
  | 'seatsHidden'
  | 'newUserVisible'
  | 'newUserMaybeHidden'
  | 'memberOfLiveSite'
  | 'memberOfSiteNotLive'
  | 'memberBySettings'
  | 'memberOfSiteNotLiveBySettings'
  | 'memberOfNoSiteBySettings'
  | 'membershipHidden'
  | 'standardProfile'
  | 'usernameFree'
  | 'usernameTaken'
  | 'usernameUnchecked'
  | 'usernameUnsettled'
  | 'usernameFromEmail'
  | 'nicknameFree'
  | 'nicknameTaken'
  | 'givenNicknameTaken'
  | 'nicknameUnchecked';

/** How a person can fix it: in the action, on the page of `record`, or on a page of Setup. */
export type Fix =
  | 'enablePartnerAccount'
  | 'reactivate'
  | 'useFreeUsername'
  | 'useFreeNickname'
  | 'editContact'
  | 'openAccount'
  | 'giveRole'
  | 'activateOwner'
  | 'changeOwner'
  | 'changeContactOwner'
  | 'openUser'
  | 'setUpExperiences'
  | 'setUpSites'
  | 'setUpProfiles'
  | 'setUpLicenses'
  | 'setUpPermissions';

/** The result of one check. `words` fill the placeholders of its sentence, in order. */
export interface Finding {
  readonly check: Check;
  readonly code: FindingCode;
  readonly status: FindingStatus;
  readonly record: RecordReference | null;
  readonly words: readonly string[];
  readonly fix: Fix | null;
  /** Other ways to fix it, each with its own record. */
  readonly otherFixes?: readonly FixOffer[];
  /** Who has the name in question, which is the first word. */
  readonly holder?: FoundHolder;
}

/** What a person can do about a finding, and the record on which. */
export type FixOffer = Pick<Finding, 'fix' | 'record' | 'words'>;

/** Everything that fixes a finding, the usual way first. */
export function offersOf(found: FixOffer & Pick<Finding, 'otherFixes'>): readonly FixOffer[] {
  return found.fix === null ? [] : [found, ...(found.otherFixes ?? [])];
}

export interface Details {
  readonly record?: RecordReference;
  readonly words?: readonly string[];
  readonly fix?: Fix | null;
  readonly otherFixes?: readonly FixOffer[];
  readonly holder?: FoundHolder;
}

export function finding(check: Check, code: FindingCode, status: FindingStatus, details: Details = {}): Finding {
  return { check, code, status, record: null, words: [], fix: null, ...details };
}

export function isBlocked(findings: readonly Finding[]): boolean {
  return findings.some(({ status }) => status === 'blocked');
}

/** A check that waits for the org's answer. */
export function pending(check: Check): Finding {
  return finding(check, 'pending', 'pending');
}

/** Judges a known fact only: an unknown one is pending while the org is asked, and `hidden` if it can't be read. */
export function judge<Value>(fact: Fact<Value>, hidden: Finding, known: (value: Value) => Finding): Finding {
  if (fact.kind === 'known') {
    return known(fact.value);
  }
  return fact.reason === 'pending' ? pending(hidden.check) : hidden;
}

/** The fix on a page of Setup, if the running user can open Setup. */
export function setUp(fix: Fix, { runningUser }: Pick<OrgFacts, 'runningUser'>): Fix | null {
  return runningUser.viewsSetup ? fix : null;
}

/** Several ways to fix it, each on a page of Setup. */
export function setUpEither(fixes: readonly [Fix, ...Fix[]], org: Pick<OrgFacts, 'runningUser'>): Details {
  const [first, ...others] = fixes.map((fix) => setUp(fix, org));
  const otherFixes = others.filter((fix) => fix !== null).map((fix) => ({ fix, record: null, words: [] }));
  return { fix: first ?? null, otherFixes };
}

/** Names for a sentence, without duplicates; of many, the first five and the number of the others. */
export function namesOf(records: readonly Pick<RecordReference, 'name'>[]): string {
  const names = [...new Set(records.map(({ name }) => name))];
  const others = names.length - MOST_NAMES;
  return others > 0 ? `${names.slice(0, MOST_NAMES).join(', ')} (+${String(others)})` : names.join(', ');
}
