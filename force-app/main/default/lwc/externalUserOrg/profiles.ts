import { gql, type GraphQLResult } from 'lightning/graphql';
import {
  isPending,
  isRoleBased,
  isStandardProfile,
  kindOfUserType,
  known,
  unknown,
  valueOr,
  type ExternalProfile,
  type Fact,
  type License,
  type ProfileSource
} from 'c/externalUserRules';
import { idOf, nodesOf, textAt } from './answers.ts';
import { licenseOf, type LicenseAnswer } from './licenses.ts';
import { toAllowedProfiles, type AllowedProfile } from './settings.ts';
import { toProfilesInUse, type ProfileInUse } from './usersByProfile.ts';

/** A separate query, so that nothing else is lost where an org refuses Profile. */
export const PROFILES_QUERY = gql`
  query ExternalUserProfiles {
    uiapi {
      query {
        Profile(
          where: { UserType: { in: ["CspLitePortal", "PowerCustomerSuccess", "CustomerSuccess", "PowerPartner"] } }
          orderBy: { Name: { order: ASC } }
          first: 200
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
              UserType {
                value
              }
            }
          }
        }
      }
    }
  }
`;

export interface ProfileAnswers {
  readonly profiles: GraphQLResult;
  readonly licenses: LicenseAnswer;
  readonly settings: GraphQLResult;
  /** Sent only where the org hides profiles or licenses. */
  readonly users: GraphQLResult;
}

interface Profiles {
  readonly profiles: Fact<readonly ExternalProfile[]>;
  readonly profileSource: ProfileSource;
}

/**
 * Profiles of external licenses, from the first source that has any: the org's own list; the administrator's allow-list;
 * the profiles of existing external users. A license is pending until its record has answered.
 */
export function toProfiles({ profiles, licenses, settings, users }: ProfileAnswers): Profiles {
  const listed = nodesOf(profiles, 'Profile');
  const inUse = toProfilesInUse(users);
  const usedProfiles = valueOr(inUse, []);
  const allowed = toAllowedProfiles(settings);
  const describe = (id: string, name: string, userType: string, license: Fact<License>): ExternalProfile[] => {
    const kind = kindOfUserType(userType);
    const entry = allowed.find((candidate) => candidate.name === name || candidate.name === id);
    const profile = {
      id,
      name,
      license,
      isRoleBased: isRoleBased(userType),
      isStandard: isStandardProfile(name),
      // A profile that no external user has is in no answer, and has no active user.
      activeUsers: usedProfiles.find((used) => used.id === id)?.activeUsers ?? noUsersYet(inUse),
      siteName: entry?.siteName ?? null,
      siteReading: entry?.siteReading ?? null
    };
    return kind === null ? [] : [{ ...profile, kind }];
  };

  if (listed.kind === 'known') {
    const found = listed.value.flatMap((node) => {
      const id = idOf(node);
      return describe(id, textAt(node, 'Name') ?? '', textAt(node, 'UserType') ?? '', licenseOf(id, licenses));
    });
    return { profiles: known(found), profileSource: 'org' };
  }
  if (listed.reason === 'pending' || isPending(nodesOf(settings, 'External_User_Profile__mdt')) || isPending(inUse)) {
    return { profiles: unknown('pending'), profileSource: 'org' };
  }
  const permitted = allowed.flatMap((entry) => {
    const used = usedProfiles.find(({ id, name }) => name === entry.name || id === entry.name) ?? fromId(entry);
    return used === undefined ? [] : describe(used.id, used.name, used.userType, known(licenseNamed(entry.license)));
  });
  if (permitted.length > 0) {
    return { profiles: known(permitted), profileSource: 'allowList' };
  }
  const found = usedProfiles.flatMap(({ id, name, userType }) => describe(id, name, userType, unknown('noAccess')));
  return { profiles: found.length > 0 ? known(found) : listed, profileSource: 'existingUsers' };
}

/** An entry with the profile's id needs no existing user with this profile; its license decides the user type. */
function fromId({ name, label, kind, license }: AllowedProfile): Omit<ProfileInUse, 'activeUsers'> | undefined {
  const customerType = license.includes('Plus') ? 'PowerCustomerSuccess' : 'CspLitePortal';
  return name.startsWith('00e')
    ? { id: name, name: label, userType: kind === 'partner' ? 'PowerPartner' : customerType }
    : undefined;
}

function licenseNamed(name: string): License {
  const total = unknown('noAccess');
  return { id: '', name, total, used: total, isLoginBased: name.endsWith(' Login') };
}

function noUsersYet(inUse: Fact<readonly ProfileInUse[]>): Fact<number> {
  return inUse.kind === 'known' ? known(0) : inUse;
}
