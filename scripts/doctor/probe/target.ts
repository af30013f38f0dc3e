import {
  seatsLeft,
  valueOr as factOr,
  type ExternalProfile,
  type OrgDefaults,
  type RecordReference
} from 'c/externalUserRules';
import { valueOr, type Answer } from 'sf-cli/answer';
import { flagAt, textAt } from 'sf-cli/json';
import type { Org, Rows } from '../org.ts';
import { quoted } from '../../shared/soql.ts';
import type { Reading } from '../reading/reading.ts';

/** What the test user needs: an account with a ready owner, and a profile with a free seat. */
export interface ProbeTarget {
  readonly account: RecordReference;
  readonly profile: ExternalProfile;
  readonly defaults: OrgDefaults;
}

/** A string says why there is no target. */
export async function findTarget(org: Org, reading: Reading): Promise<ProbeTarget | string> {
  const profile = pickProfile(reading);
  if (profile === undefined) {
    return 'No external profile with a free seat is known.';
  }
  const accounts = await readAccounts(org);
  if (accounts.kind === 'refused') {
    return `Accounts can’t be read (${accounts.message}).`;
  }
  const [account] = accounts.value.records;
  return account === undefined
    ? 'No account has an active owner with a role.'
    : {
        account: { id: textAt(account, 'Id'), name: textAt(account, 'Name') },
        profile,
        defaults: await readDefaults(org)
      };
}

/** Prefers an own profile and one without roles. Takes a standard one only if the org doesn't refuse it. */
function pickProfile({ facts, communities }: Reading): ExternalProfile | undefined {
  const refusesStandard = flagAt(valueOr(communities, null), 'enableOotbProfExtUserOpsEnable') === false;
  const rank = ({ isStandard, isRoleBased, kind }: ExternalProfile): number =>
    Number(isStandard) * 4 + Number(kind === 'partner') * 2 + Number(isRoleBased);
  return factOr(facts.profiles, [])
    .filter(({ isStandard, license }) => {
      const left = license.kind === 'known' ? factOr(seatsLeft(license.value), null) : null;
      return left !== 0 && !(isStandard && refusesStandard);
    })
    .sort((one, other) => rank(one) - rank(other))[0];
}

/** Leaves out person accounts, which have no contacts. In an org without them the field IsPersonAccount does not exist. */
async function readAccounts(org: Org): Promise<Answer<Rows>> {
  const soql = (more: string): string =>
    `SELECT Id, Name FROM Account WHERE Owner.IsActive = true AND Owner.UserRoleId != null${more} ORDER BY Name LIMIT 1`;
  const business = await org.query(soql(' AND IsPersonAccount = false'));
  return business.kind === 'refused' && business.code === 'INVALID_FIELD' ? org.query(soql('')) : business;
}

/** The values of the current user. */
async function readDefaults(org: Org): Promise<OrgDefaults> {
  const answer = await org.query(
    `SELECT TimeZoneSidKey, LocaleSidKey, LanguageLocaleKey FROM User WHERE Username = ${quoted(org.username)}`
  );
  const [user]: readonly unknown[] = answer.kind === 'known' ? answer.value.records : [];
  return {
    id: null,
    timeZone: textAt(user, 'TimeZoneSidKey') || 'GMT',
    locale: textAt(user, 'LocaleSidKey') || 'en_US',
    language: textAt(user, 'LanguageLocaleKey') || 'en_US'
  };
}
