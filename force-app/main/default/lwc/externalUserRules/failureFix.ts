import { valueOr } from './fact.ts';
import type { FailureCode } from './failureCodes.ts';
import type { ContactFacts, OrgFacts } from './facts.ts';
import { setUp, type Finding, type Fix } from './finding.ts';

/** The page on which a person can remove the cause, and the record that it belongs to. */
const FIXES: Readonly<Partial<Record<FailureCode, readonly [fix: Fix, of: 'owner' | 'account' | null]>>> = {
  ownerWithoutRole: ['giveRole', 'owner'],
  ownerInactive: ['changeOwner', 'account'],
  ownerExternal: ['changeOwner', 'account'],
  licenseLimit: ['setUpLicenses', null],
  siteOff: ['setUpExperiences', null],
  noAccess: ['setUpPermissions', null],
  noPartnerAccess: ['setUpPermissions', null]
};

/** The page on which a person can remove the cause; null if there is no such page. */
export function fixForFailure(
  code: FailureCode,
  contact: ContactFacts,
  org: Pick<OrgFacts, 'runningUser'>
): Pick<Finding, 'fix' | 'record' | 'words'> | null {
  const [page, of] = FIXES[code] ?? [null, null];
  const record = of === null ? null : valueOr(contact[of], null);
  const fix = page === null || of !== null ? page : setUp(page, org);
  return fix === null || (of !== null && record === null)
    ? null
    : { fix, record, words: record === null ? [] : [record.name] };
}
