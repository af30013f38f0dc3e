import { valueOr } from './fact.ts';
import type { FailureCode } from './failureCodes.ts';
import type { ContactFacts, OrgFacts } from './facts.ts';
import { setUp, type Fix, type FixOffer } from './finding.ts';

type Page = readonly [fix: Fix, of: 'owner' | 'account' | null];

/** The pages on which a person can remove the cause, each with the record that it belongs to. */
const FIXES: Readonly<Partial<Record<FailureCode, readonly Page[]>>> = {
  ownerWithoutRole: [
    ['giveRole', 'owner'],
    ['changeOwner', 'account']
  ],
  ownerInactive: [
    ['changeOwner', 'account'],
    ['activateOwner', 'owner']
  ],
  ownerExternal: [['changeOwner', 'account']],
  licenseLimit: [['setUpLicenses', null]],
  profileNotExternal: [
    ['setUpProfiles', null],
    ['setUpExperiences', null]
  ],
  siteOff: [['setUpExperiences', null]],
  noAccess: [['setUpPermissions', null]],
  noPartnerAccess: [['setUpPermissions', null]]
};

/** The pages on which a person can remove the cause, as far as their records are known. */
export function fixesForFailure(
  code: FailureCode,
  contact: ContactFacts,
  org: Pick<OrgFacts, 'runningUser'>
): readonly FixOffer[] {
  return (FIXES[code] ?? []).flatMap(([page, of]) => {
    const record = of === null ? null : valueOr(contact[of], null);
    const fix = of === null ? setUp(page, org) : page;
    return fix === null || (of !== null && record === null)
      ? []
      : [{ fix, record, words: record === null ? [] : [record.name] }];
  });
}
