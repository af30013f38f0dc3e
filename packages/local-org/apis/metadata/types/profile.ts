import { textOf, type StoredRecord } from '../../../engine/storage/record.ts';
import type { Grant } from '../../../engine/world/grant.ts';
import { standardObject, type World } from '../../../engine/world/world.ts';
import { missingReference } from '../../../engine/xml/problem.ts';
import { childOf, textOfChild } from '../../../engine/xml/xml.ts';
import { profileName } from './fullNames.ts';
import { changedGrant, grantProblems } from './grant.ts';
import { licenseId } from './permissionSet.ts';
import type { TypeRules } from './typeRules.ts';

/**
 * A profile. Its file changes only the rights that it names. A new profile needs a license of the org.
 * Source: Metadata API, Profile.
 */
export const profile: TypeRules = {
  keyPrefix: '00e',
  check: ({ fullName, xml }, transaction) => {
    const license = childOf(xml, 'userLicense');
    const name = license?.text.trim() ?? '';
    if (license !== undefined && licenseId(transaction.world, name) === undefined) {
      return [{ problem: missingReference('userLicense', 'UserLicense', name), ...license.start }];
    }
    if (license === undefined && profileRecord(transaction.world, fullName) === undefined) {
      return [{ problem: 'Required field is missing: userLicense' }];
    }
    return grantProblems(xml, transaction);
  },
  apply: ({ fullName, xml }, transaction) => {
    const { world } = transaction;
    const before = profileRecord(world, fullName);
    const license = licenseId(world, textOfChild(xml, 'userLicense'));
    const description = childOf(xml, 'description')?.text.trim();
    const record = transaction.saveRecord(standardObject(world, 'Profile'), before, {
      ...(before === undefined ? { Name: profileName(fullName), UserType: userTypeOfLicense(world, license) } : {}),
      ...(license === undefined ? {} : { UserLicenseId: license }),
      ...(description === undefined ? {} : { Description: description })
    });
    world.metadata.grant(record.Id, changedGrant(world.grants.get(record.Id) ?? NOTHING, xml));
  }
};

const NOTHING: Grant = { userPermissions: [], objectPermissions: {}, fieldPermissions: {} };

/** The record of a profile by its metadata name. */
export function profileRecord({ records }: World, fullName: string): StoredRecord | undefined {
  return records.where('Profile', 'Name', profileName(fullName))[0];
}

/** The user type of a license's profiles; Standard for a license without a profile. */
function userTypeOfLicense({ records }: World, license: string | undefined): string {
  const other = license === undefined ? undefined : records.where('Profile', 'UserLicenseId', license)[0];
  return other === undefined ? 'Standard' : textOf(other, 'UserType');
}
