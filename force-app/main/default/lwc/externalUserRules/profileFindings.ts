import { kindsAllowed } from './defaults.ts';
import { isPending, known, valueOr, type Fact } from './fact.ts';
import { seatsLeft, type ContactFacts, type ExternalProfile, type ExternalUserKind, type OrgFacts } from './facts.ts';
import { finding, judge, namesOf, pending, setUp, type Finding } from './finding.ts';
import { oncePerOrg } from './oncePerOrg.ts';

type Profiles = readonly ExternalProfile[];

/** Checks the profiles for users that the running user may create for this contact, and the seats of their licenses. */
export function findProfileFindings(org: OrgFacts, contact: ContactFacts | undefined): readonly Finding[] {
  return kindsAllowed(org, contact).includes('partner') ? ofBothKinds(org) : ofCustomers(org);
}

const ofBothKinds = oncePerOrg((org) => findingsOf(org, ['customer', 'partner']));
const ofCustomers = oncePerOrg((org) => findingsOf(org, ['customer']));

function findingsOf(org: OrgFacts, kinds: readonly ExternalUserKind[]): readonly Finding[] {
  const { profiles } = org;
  const usable: Fact<Profiles> =
    profiles.kind === 'known' ? known(profiles.value.filter(({ kind }) => kinds.includes(kind))) : profiles;
  const isEmpty = usable.kind === 'known' && usable.value.length === 0;
  return [profilesOf(usable, org), ...(isEmpty ? [] : [seats(usable, org)])];
}

function profilesOf(usable: Fact<Profiles>, org: OrgFacts): Finding {
  const hidden = finding('profiles', 'profilesHidden', 'unknown');
  return judge(usable, hidden, (profiles) => {
    const words = [namesOf(profiles)];
    const isEmpty = profiles.length === 0;
    switch (org.profileSource) {
      case 'existingUsers':
        // It doesn't pass, because the list lacks a profile that no user has yet.
        return isEmpty ? hidden : finding('profiles', 'profilesInUse', 'unknown', { words });
      case 'org':
      case 'allowList':
        return isEmpty
          ? finding('profiles', 'profileMissing', 'blocked', { fix: setUp('setUpProfiles', org) })
          : finding('profiles', org.profileSource === 'org' ? 'profilesFound' : 'profilesAllowed', 'pass', { words });
    }
  });
}

/** Object Reference, "User", Username: "If you attempt to exceed … the create request is rejected" [F-071]. */
function seats(usable: Fact<Profiles>, org: OrgFacts): Finding {
  const hidden = finding('seats', 'seatsHidden', 'unknown');
  return judge(usable, hidden, (profiles) => {
    if (profiles.some(({ license }) => isPending(license))) {
      return pending('seats');
    }
    const counted = profiles
      .flatMap(({ license }) => (license.kind === 'known' ? license.value : []))
      .map((license) => ({ ...license, left: seatsLeft(license) }));
    const free = counted.filter(({ left }) => valueOr(left, 0) > 0);
    if (free.length > 0) {
      return finding('seats', 'seatsFree', 'pass', { words: [namesOf(free)] });
    }
    const isAllKnown = counted.length === profiles.length && counted.every(({ left }) => left.kind === 'known');
    const words = [namesOf(counted)];
    return isAllKnown ? finding('seats', 'seatsTaken', 'blocked', { words, fix: setUp('setUpLicenses', org) }) : hidden;
  });
}
