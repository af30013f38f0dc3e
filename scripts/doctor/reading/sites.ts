import { known as fact, unknown, type Fact, type Site } from 'c/externalUserRules';
import { toSite } from '../../shared/rules/orgRows.ts';
import { quotedList } from '../../shared/soql.ts';
import { known, type Answer } from 'sf-cli/answer';
import { textAt } from 'sf-cli/json';
import type { Org } from '../org.ts';
import type { ProfileRow } from './licenses.ts';

/** A site as a fact for the rules, and its status: `Live`, `DownForMaintenance` or `UnderConstruction`. */
export interface SiteRow extends Site {
  readonly status: string;
  /** The address from which the site sends mail; empty if it can't be read. */
  readonly sender: string;
}

export interface Member {
  readonly siteId: string;
  /** The id of the profile or the permission set. */
  readonly id: string;
  readonly name: string;
  readonly isProfile: boolean;
}

export async function readSites(org: Org): Promise<Answer<readonly SiteRow[]>> {
  const answer = await org.query(
    'SELECT Id, Name, Status, UrlPathPrefix, EmailSenderAddress, OptionsSendWelcomeEmail, OptionsSelfRegistrationEnabled, ' +
      'SelfRegProfileId FROM Network ORDER BY Name'
  );
  if (answer.kind === 'refused') return answer;
  return known(
    answer.value.records.map((row) => ({
      ...toSite(row),
      status: textAt(row, 'Status'),
      sender: textAt(row, 'EmailSenderAddress')
    }))
  );
}

/** A missing object is `notInOrg`; any other refusal proves nothing. */
export function toSiteFact(sites: Answer<readonly SiteRow[]>): Fact<readonly Site[]> {
  return sites.kind === 'known' ? fact(sites.value) : unknown(sites.code === 'INVALID_TYPE' ? 'notInOrg' : 'noAccess');
}

/** Profiles and permission sets whose users are members (object reference, NetworkMemberGroup.ParentId). */
export async function readMembers(
  org: Org,
  profiles: Answer<readonly ProfileRow[]>
): Promise<Answer<readonly Member[]>> {
  const answer = await org.query('SELECT NetworkId, ParentId FROM NetworkMemberGroup');
  if (answer.kind === 'refused') return answer;
  const parents = answer.value.records.map((row) => textAt(row, 'ParentId'));
  const names = new Map([...profileNames(profiles), ...(await permissionSetNames(org, parents))]);
  return known(
    answer.value.records.map((row) => {
      const id = textAt(row, 'ParentId');
      return { siteId: textAt(row, 'NetworkId'), id, name: names.get(id) ?? id, isProfile: id.startsWith('00e') };
    })
  );
}

function profileNames(profiles: Answer<readonly ProfileRow[]>): readonly (readonly [string, string])[] {
  return profiles.kind === 'known' ? profiles.value.map(({ id, name }) => [id, name] as const) : [];
}

async function permissionSetNames(org: Org, ids: readonly string[]): Promise<readonly (readonly [string, string])[]> {
  const sets = ids.filter((id) => id.startsWith('0PS'));
  if (sets.length === 0) return [];
  const answer = await org.query(`SELECT Id, Label FROM PermissionSet WHERE Id IN (${quotedList(sets)})`);
  return answer.kind === 'known'
    ? answer.value.records.map((row) => [textAt(row, 'Id'), textAt(row, 'Label')] as const)
    : [];
}
