import { findContactFindings } from './contactFindings.ts';
import { valueOr, type Fact } from './fact.ts';
import { seatsLeft, type ContactFacts, type ExternalProfile, type ExternalUserKind, type OrgFacts } from './facts.ts';
import { finding, judge, setUp, setUpEither, type Finding } from './finding.ts';
import { defaultSettings } from './defaults.ts';
import type { NameField, NamesInUse, TakenNames } from './nameHolder.ts';
import { freeNickname, freeUsername, isEmailInstead, isSuggestedNickname } from './names.ts';
import { sitesOfProfile } from './profileSites.ts';
import type { UserDraft } from './userDraft.ts';
import { findUsernameFault, hasSeveralAts } from './usernameForm.ts';

/** The user's draft so far, and the facts to check it against. */
export interface Choices {
  readonly draft: UserDraft;
  readonly contact: ContactFacts;
  readonly org: OrgFacts;
  readonly names: NamesInUse;
}

/** Checks the choices made so far; a choice that is still empty has no finding. */
export function findChoiceFindings({ draft, contact, org, names }: Choices): readonly Finding[] {
  const profile = valueOr(org.profiles, []).find(({ id }) => id === draft.profileId);
  const username = draft.username.trim();
  const nickname = draft.nickname.trim();
  return [
    findPermission(draft.kind, org),
    ...(draft.kind === 'partner' ? [...externalOwners(contact), partner(contact)] : []),
    ...(profile === undefined
      ? []
      : [findSeats(profile, org), membership(profile, org), standardProfile(profile, org)]),
    ...(findUsernameFault(username) === null
      ? [
          severalAts(username) ?? emailInstead(username, contact, org),
          nameInUse('username', username, names.usernames, () => 'usernameTaken')
        ]
      : []),
    nickname === ''
      ? null
      : nameInUse('nickname', nickname, names.nicknames, () => takenNickname(nickname, contact, org))
  ].filter((found) => found !== null);
}

/** A partner user needs Manage External Users. Object Reference, "User", Special Access Rules [F-005]. */
export function findPermission(kind: ExternalUserKind, org: OrgFacts): Finding | null {
  const { managesExternalUsers, managesCustomerUsers } = org.runningUser;
  return kind === 'partner' && managesCustomerUsers && !managesExternalUsers
    ? finding('permission', 'permissionCustomersOnly', 'blocked', { fix: setUp('setUpPermissions', org) })
    : null;
}

/** Salesforce Help, "Create Partner Users": "ensure that the account has been enabled as a Partner Account" [F-009] [F-010]. */
function partner({ name, account, isPersonAccount, isPartnerAccount }: ContactFacts): Finding | null {
  if (valueOr(isPersonAccount, false)) {
    return finding('personAccount', 'personAccount', 'blocked', { words: [name] });
  }
  const record = valueOr(account, null);
  if (record === null || valueOr(isPartnerAccount, false)) {
    return null;
  }
  const details = { record, words: [record.name] };
  return isPartnerAccount.kind === 'unknown'
    ? finding('partner', 'partnerAccountsOff', 'unknown', details)
    : finding('partner', 'partnerAccountNotEnabled', 'blocked', { ...details, fix: 'enablePartnerAccount' });
}

/** Salesforce doesn't let external users own partner accounts [F-103]. */
function externalOwners(contact: ContactFacts): readonly Finding[] {
  return findContactFindings(contact).filter(
    ({ check, code }) => check === 'contactOwners' || code === 'ownerExternal'
  );
}

/** The license of a profile needs a free seat. Object Reference, "User", Username [F-071]. */
export function findSeats({ license }: ExternalProfile, org: OrgFacts): Finding | null {
  return license.kind === 'known' && valueOr(seatsLeft(license.value), null) === 0
    ? finding('seats', 'seatsTaken', 'blocked', { words: [license.value.name], fix: setUp('setUpLicenses', org) })
    : null;
}

/** A person who can't see sites reads what an administrator read of them, with the day. */
function membership(profile: ExternalProfile, org: OrgFacts): Finding {
  const hidden = finding('membership', 'membershipHidden', 'unknown', { words: [profile.name] });
  return judge(sitesOfProfile(profile, org), hidden, ({ sites, asOf }) => {
    const site = sites.find(({ isLive }) => isLive) ?? sites[0];
    const fix = setUp('setUpSites', org);
    const day = asOf === null ? [] : [asOf];
    if (site === undefined) {
      return finding('membership', 'memberOfNoSiteBySettings', 'warning', { words: [profile.name, ...day], fix });
    }
    const words = [profile.name, site.name, ...day];
    return site.isLive
      ? finding('membership', asOf === null ? 'memberOfLiveSite' : 'memberBySettings', 'pass', { words })
      : finding('membership', asOf === null ? 'memberOfSiteNotLive' : 'memberOfSiteNotLiveBySettings', 'warning', {
          words,
          fix
        });
  });
}

/** Release notes, Spring '20: no user gets a standard external profile unless Digital Experiences settings allow it. */
function standardProfile({ name, isStandard }: ExternalProfile, org: OrgFacts): Finding | null {
  return isStandard
    ? finding('standardProfile', 'standardProfile', 'warning', {
        words: [name],
        ...setUpEither(['setUpProfiles', 'setUpExperiences'], org)
      })
    : null;
}

/** Reports of whether an org takes a second @ in a username differ [F-074]. */
function severalAts(username: string): Finding | null {
  return hasSeveralAts(username)
    ? finding('usernameForm', 'usernameUnsettled', 'unknown', { words: [username] })
    : null;
}

/** Said of the suggestion only: another username is a person's own choice. */
function emailInstead(username: string, contact: ContactFacts, org: OrgFacts): Finding | null {
  const settings = valueOr(org.settings, defaultSettings);
  return isEmailInstead(username, contact, settings)
    ? finding('usernameForm', 'usernameFromEmail', 'warning', { words: [contact.name, username] })
    : null;
}

function takenNickname(nickname: string, contact: ContactFacts, org: OrgFacts): 'nicknameTaken' | 'givenNicknameTaken' {
  const isSuggested = isSuggestedNickname(nickname, contact, valueOr(org.settings, defaultSettings));
  return isSuggested ? 'nicknameTaken' : 'givenNicknameTaken';
}

/**
 * Only this org can be searched: whether usernames of other orgs count is contested [F-007] [F-075], and the org decides. A suggested
 * nickname that is taken only warns, because the creation numbers it; one that a person chose is given or refused.
 */
function nameInUse(
  check: NameField,
  name: string,
  taken: Fact<TakenNames>,
  codeOfTaken: () => 'usernameTaken' | 'nicknameTaken' | 'givenNicknameTaken'
): Finding {
  return judge(taken, finding(check, `${check}Unchecked`, 'unknown', { words: [name] }), (names) => {
    const holder = names.get(name.toLowerCase());
    if (holder === undefined) {
      return finding(check, `${check}Free`, 'pass');
    }
    const code = codeOfTaken();
    const status = code === 'nicknameTaken' ? 'warning' : 'blocked';
    return check === 'username'
      ? finding(check, code, status, { words: [name, freeUsername(name, names)], fix: 'useFreeUsername', holder })
      : finding(check, code, status, { words: [name, freeNickname(name, names)], fix: 'useFreeNickname', holder });
  });
}
