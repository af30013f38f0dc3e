import type { World } from '../world/world.ts';
import { ACCOUNT_RULES, ownerIsActive, portalUserOwnsNoPartnerContact } from './accounts.ts';
import { developerNameIsWellFormed } from './developerNames.ts';
import { pairIsUnique, valueIsUnique } from './duplicates.ts';
import { findValueRefusals } from './fieldValues.ts';
import { ASSIGNMENT_RULES } from './permissionSets.ts';
import type { Rule, Write, Refusal } from './rule.ts';
import { USER_RULES } from './users.ts';

/** The rules of each object. They are checked after all values have passed. */
const RULES: Readonly<Record<string, readonly Rule[]>> = {
  User: USER_RULES,
  Account: ACCOUNT_RULES,
  Contact: [ownerIsActive, portalUserOwnsNoPartnerContact],
  NetworkMemberGroup: [pairIsUnique('NetworkId', 'ParentId')],
  // Source: Object Reference, "NetworkSelfRegistration": "You can use only one account per Experience Cloud site" [F-033].
  NetworkSelfRegistration: [valueIsUnique('NetworkId')],
  PermissionSetAssignment: ASSIGNMENT_RULES,
  UserRole: [developerNameIsWellFormed]
};

/** The refusals of a write: all refused values, or the first rule that the write breaks. */
export function findRefusals(write: Write, world: World): readonly Refusal[] {
  const values = findValueRefusals(write, world);
  if (values.length > 0) return values;
  for (const rule of RULES[write.object.apiName] ?? []) {
    const refusal = rule(write, world);
    if (refusal !== null) return [refusal];
  }
  return [];
}
