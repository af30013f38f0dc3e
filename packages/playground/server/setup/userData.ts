import type { Person } from 'sfdx-local-org';
import { querySoql, textIn, type QueriedRecord } from '../../org/callOrg.ts';
import type { Option } from './forms.ts';
import type { SetupOrg } from './setupPage.ts';

/** A user as Setup shows them. */
export interface SetupUser {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly email: string;
  readonly isActive: boolean;
  readonly isExternal: boolean;
  /** Empty without a role, and if the person may not see roles. */
  readonly roleId: string;
  readonly role: string;
  readonly profileId: string;
  readonly profile: string;
  readonly licenseId: string;
  readonly license: string;
  /** ISO 8601; empty when the user never logged in. */
  readonly lastLogin: string;
}

const FIELDS =
  'Id, Name, Username, Email, IsActive, UserType, LastLoginDate, ProfileId, Profile.Name, Profile.UserLicenseId, Profile.UserLicense.Name';

export async function readUsers(localOrg: SetupOrg, person: Person): Promise<SetupUser[]> {
  const users = await querySoql(localOrg, person, `SELECT ${FIELDS} FROM User ORDER BY Name`);
  return (users ?? []).map(toUser);
}

/** Reads a user; without the role if the person may not see roles. */
export async function readUser(localOrg: SetupOrg, person: Person, userId: string): Promise<SetupUser | null> {
  const query = (fields: string): Promise<QueriedRecord[] | null> =>
    querySoql(localOrg, person, `SELECT ${fields} FROM User WHERE Id = '${userId}'`);
  const [user] = (await query(`${FIELDS}, UserRoleId, UserRole.Name`)) ?? (await query(FIELDS)) ?? [];
  return user === undefined ? null : toUser(user);
}

/** The roles of internal users; null if the person may not see roles. Without Digital Experiences no role has a portal type. */
export async function readRoles(localOrg: SetupOrg, person: Person): Promise<Option[] | null> {
  const query = (condition: string): Promise<QueriedRecord[] | null> =>
    querySoql(localOrg, person, `SELECT Id, Name FROM UserRole ${condition} ORDER BY Name`);
  const roles = (await query("WHERE PortalType = 'None'")) ?? (await query(''));
  return roles?.map(toOption) ?? null;
}

/** The profiles that a user may get: those of the same license. */
export async function readProfilesLike(localOrg: SetupOrg, person: Person, user: SetupUser): Promise<Option[]> {
  const condition = `UserLicenseId = '${user.licenseId}'`;
  const profiles = await querySoql(localOrg, person, `SELECT Id, Name FROM Profile WHERE ${condition} ORDER BY Name`);
  return profiles?.map(toOption) ?? [{ value: user.profileId, label: user.profile }];
}

export function toOption(record: QueriedRecord): Option {
  return { value: textIn(record, 'Id'), label: textIn(record, 'Name') };
}

function toUser(user: QueriedRecord): SetupUser {
  const userType = textIn(user, 'UserType');
  return {
    id: textIn(user, 'Id'),
    name: textIn(user, 'Name'),
    username: textIn(user, 'Username'),
    email: textIn(user, 'Email'),
    isActive: user['IsActive'] === true,
    isExternal: userType !== '' && userType !== 'Standard',
    roleId: textIn(user, 'UserRoleId'),
    role: textIn(user, 'UserRole.Name'),
    profileId: textIn(user, 'ProfileId'),
    profile: textIn(user, 'Profile.Name'),
    licenseId: textIn(user, 'Profile.UserLicenseId'),
    license: textIn(user, 'Profile.UserLicense.Name'),
    lastLogin: textIn(user, 'LastLoginDate')
  };
}
