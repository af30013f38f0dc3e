import { waitAfter } from 'c/externalUserRules';
import { known } from 'sf-cli/answer';
import { textAt } from 'sf-cli/json';
import { quoted, quotedList } from '../../shared/soql.ts';
import type { NewMember } from '../store/newMembers.ts';
import type { SiteName } from '../store/welcomeEmailRecord.ts';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import { RETRY_POLICY, withRetries } from '../transports/retries.ts';
import type { RunContext } from './openRun.ts';

/** Ids of a query, which may have 100,000 characters [F-094]; an id takes 22. */
const USERS_A_QUERY = 2000;
/** How long a run waits for its users to become members. Milliseconds. */
export const MEMBERS_TOTAL = 10 * 60_000;

/** How many users are no members yet; at least that many. */
export type Missing = number;

/**
 * Waits until the new users are members of the sites that their profiles and permission sets lead to. A site mails a user
 * who becomes a member [F-029], which the platform doesn't do at once [F-096]. Answers how many are missing in the end.
 */
export async function awaitMembers(
  run: RunContext,
  sites: readonly SiteName[],
  total: number
): Promise<OrgAnswer<Missing>> {
  const { store, clock } = run;
  if (sites.length === 0 || store.newMembers.after(0, 1).length === 0) return known(0);
  const groups = await ask(
    run,
    `SELECT NetworkId, ParentId FROM NetworkMemberGroup WHERE NetworkId IN (${quotedList(sites.map(({ id }) => id))})`
  );
  if (groups.kind === 'refused') return groups;
  const end = clock.now() + total;
  let row = 0;
  for (let attempt = 1; ;) {
    const users = store.newMembers.after(row, USERS_A_QUERY);
    if (users.length === 0) return known(0);
    const missing = await countMissing(run, sites, groups.value, users);
    if (missing.kind === 'refused') return missing;
    if (missing.value === 0) {
      row = users.at(-1)?.row ?? row;
      attempt = 1;
      continue;
    }
    const wait = waitAfter(attempt, RETRY_POLICY);
    if (clock.now() + wait > end) return missing;
    if (attempt === 1) run.progress.stage('Waiting until the new users are members of their sites', missing.value);
    await clock.sleep(wait);
    attempt += 1;
  }
}

async function countMissing(
  run: RunContext,
  sites: readonly SiteName[],
  groups: readonly unknown[],
  users: readonly NewMember[]
): Promise<OrgAnswer<Missing>> {
  let missing = 0;
  for (const { id } of sites) {
    const parents = new Set(
      groups.filter((group) => textAt(group, 'NetworkId') === id).map((group) => textAt(group, 'ParentId'))
    );
    const ids = users.filter(({ parentIds }) => parentIds.some((one) => parents.has(one))).map(({ userId }) => userId);
    if (ids.length === 0) continue;
    const members = await ask(
      run,
      `SELECT MemberId FROM NetworkMember WHERE NetworkId = ${quoted(id)} AND MemberId IN (${quotedList(ids)})`
    );
    if (members.kind === 'refused') return members;
    missing += ids.length - new Set(members.value.map((member) => textAt(member, 'MemberId'))).size;
  }
  return known(missing);
}

function ask({ api, clock }: RunContext, soql: string): Promise<OrgAnswer<readonly unknown[]>> {
  return withRetries(() => api.query(soql), clock);
}
