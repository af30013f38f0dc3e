import type { StoredRecord } from '../../../engine/storage/record.ts';
import { standardObject, type World } from '../../../engine/world/world.ts';
import { missingReference } from '../../../engine/xml/problem.ts';
import { childOf, textOfChild } from '../../../engine/xml/xml.ts';
import { grantOf, grantProblems } from './grant.ts';
import type { TypeRules } from './typeRules.ts';

/**
 * A permission set, which can be assigned as soon as it is deployed. From API 40.0 on, its file has everything that it grants.
 * Source: Metadata API, PermissionSet.
 */
export const permissionSet: TypeRules = {
  keyPrefix: '0PS',
  check: ({ xml }, transaction) => {
    const license = childOf(xml, 'license');
    const isKnown = license === undefined || licenseId(transaction.world, license.text.trim()) !== undefined;
    return [
      ...(isKnown
        ? []
        : [{ problem: missingReference('license', 'UserLicense', license.text.trim()), ...license.start }]),
      ...grantProblems(xml, transaction)
    ];
  },
  apply: ({ fullName, xml }, transaction) => {
    const { world } = transaction;
    const record = transaction.saveRecord(standardObject(world, 'PermissionSet'), recordOf(world, fullName), {
      Name: fullName,
      Label: textOfChild(xml, 'label'),
      Description: textOfChild(xml, 'description') || null,
      IsCustom: true,
      IsOwnedByProfile: false,
      HasActivationRequired: textOfChild(xml, 'hasActivationRequired') === 'true',
      LicenseId: licenseId(world, textOfChild(xml, 'license')) ?? null,
      Type: 'Regular'
    });
    world.metadata.grant(record.Id, grantOf(xml));
  },
  remove: (fullName, { world }) => {
    const record = recordOf(world, fullName);
    if (record === undefined) return;
    const assignments = standardObject(world, 'PermissionSetAssignment');
    for (const { Id } of world.records.where('PermissionSetAssignment', 'PermissionSetId', record.Id)) {
      world.records.remove(assignments, Id);
    }
    world.records.remove(standardObject(world, 'PermissionSet'), record.Id);
    world.metadata.grant(record.Id, null);
  }
};

function recordOf({ records }: World, name: string): StoredRecord | undefined {
  return records.where('PermissionSet', 'Name', name)[0];
}

/** The id of the UserLicense with this name. */
export function licenseId({ records }: World, name: string): string | undefined {
  return name === '' ? undefined : records.where('UserLicense', 'Name', name)[0]?.Id;
}
