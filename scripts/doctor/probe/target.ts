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

/** Where the test user is made: an account whose owner is ready, and a profile with a seat. */
export interface Target {
  readonly account: RecordReference;
  readonly profile: ExternalProfile;
  readonly defaults: OrgDefaults;
}

/** What stands in for it where there is none: why nothing can be tried. */
export async function findTarget(org: Org, reading: Reading): Promise<Target | string> {
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

/** One of the org's own first, and one that makes no roles; a standard one only where it is not known to be refused. */
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

/** A person account takes no contacts; without person accounts it is no field (INVALID_FIELD). */
async function readAccounts(org: Org): Promise<Answer<Rows>> {
  const soql = (more: string): string =>
    `SELECT Id, Name FROM Account WHERE Owner.IsActive = true AND Owner.UserRoleId != null${more} ORDER BY Name LIMIT 1`;
  const business = await org.query(soql(' AND IsPersonAccount = false'));
  return business.kind === 'refused' && business.code === 'INVALID_FIELD' ? org.query(soql('')) : business;
}

/** Those of the running user. */
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
