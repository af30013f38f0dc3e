import { valueOr } from './fact.ts';
import type { FailureCode } from './failureCodes.ts';
import type { ContactFacts, OrgFacts } from './facts.ts';
import { setUp, type Finding, type Fix } from './finding.ts';

/** Where the cause of a failure is mended, and whose page that is. */
const FIXES: Readonly<Partial<Record<FailureCode, readonly [fix: Fix, of: 'owner' | 'account' | null]>>> = {
  ownerWithoutRole: ['openOwner', 'owner'],
  ownerInactive: ['openAccount', 'account'],
  licenseLimit: ['setUpLicenses', null],
  siteOff: ['setUpExperiences', null],
  noAccess: ['setUpPermissions', null]
};

/** The page on which the cause can be mended; null where the form, or nobody here, mends it. */
export function fixForFailure(
  code: FailureCode,
  contact: ContactFacts,
  org: Pick<OrgFacts, 'runningUser'>
): Pick<Finding, 'fix' | 'record' | 'words'> | null {
  const [page, of] = FIXES[code] ?? [null, null];
  const record = of === null ? null : valueOr(contact[of], null);
  const fix = page === null || of !== null ? page : setUp(page, org);
  return fix === null || (of !== null && record === null) ? null : { fix, record, words: [] };
}
