import { known } from 'sf-cli/answer';
import { listAt, textAt, valueAt } from 'sf-cli/json';
import { refusal, type OrgAnswer } from '../transports/orgAnswer.ts';
import type { WriteApi } from '../transports/writeApi.ts';
import { createSimulatedOrg, type SimulatedOrg } from './simulatedOrg.ts';

export const HELP = '0DB000000000001AAA';
export const BETA = '0DB000000000002AAA';

interface Options {
  /** Create and Set Up Experiences. */
  readonly managesSites?: boolean;
  /** A site that nobody may change. */
  readonly lockedSite?: string;
  /** After so many queries for members new users become members; never where it is Infinity. */
  readonly queriesUntilMember?: number;
  /** What makes users members; the profile of planned rows if left out. */
  readonly parentId?: string;
}

interface SiteOrg extends Pick<SimulatedOrg, 'api' | 'users' | 'requests'> {
  /** Ids of users who were mailed. */
  readonly mails: readonly string[];
  /** What was switched, in this order. */
  readonly switches: readonly string[];
  /** Users whom a site will mail, as they are no members yet and it is on. */
  mailedLater(): readonly unknown[];
  /** Sites that send it, by id. */
  on(): readonly string[];
  switchOn(site: string): void;
}

/** An org with two sites whose members get a welcome email when they become members. It uses none of the rules. */
export function createSiteOrg(options: Options = {}): SiteOrg {
  const { managesSites = true, lockedSite, queriesUntilMember = 0, parentId = '00e000000000001AAA' } = options;
  const org = createSimulatedOrg();
  const sends = new Map([
    [HELP, true],
    [BETA, true]
  ]);
  const mails: string[] = [];
  const members = new Map<string, Set<string>>([
    [HELP, new Set()],
    [BETA, new Set()]
  ]);
  const switches: string[] = [];
  let queries = 0;

  function joinSites(): void {
    if (queries < queriesUntilMember) return;
    for (const { id } of org.users) {
      for (const [site, ids] of members) {
        if (!ids.has(id) && sends.get(site) === true) mails.push(id);
        ids.add(id);
      }
    }
  }

  function rowsOf(soql: string): OrgAnswer<readonly unknown[]> | null {
    if (soql.includes('FROM UserPermissionAccess')) {
      return known([{ PermissionsModifyAllData: false, PermissionsManageNetworks: managesSites }]);
    }
    if (soql.includes('FROM NetworkMemberGroup')) {
      return known([HELP, BETA].map((site) => ({ NetworkId: site, ParentId: parentId })));
    }
    if (soql.includes('FROM NetworkMember ')) {
      queries += 1;
      joinSites();
      const site = [HELP, BETA].find((id) => soql.includes(`'${id}'`)) ?? '';
      return known([...(members.get(site) ?? [])].filter((id) => soql.includes(id)).map((id) => ({ MemberId: id })));
    }
    if (!soql.includes('FROM Network ')) return null;
    const on = managesSites ? [...sends].filter(([, isOn]) => isOn) : [];
    return known(on.map(([Id]) => ({ Id, Name: Id === HELP ? 'Help' : 'Beta' })));
  }

  const api: WriteApi = {
    ...org.api,
    query: (soql) => {
      const rows = rowsOf(soql);
      return rows === null ? org.api.query(soql) : Promise.resolve(rows);
    },
    send: async (method, path, body) => {
      const [, site] = /^\/sobjects\/Network\/(\w+)$/u.exec(path) ?? [];
      if (site !== undefined) {
        if (site === lockedSite) return refusal('INSUFFICIENT_ACCESS_OR_READONLY', 'no rights on this site', 403);
        const isOn = valueAt(body, 'OptionsSendWelcomeEmail') === true;
        sends.set(site, isOn);
        switches.push(`${site} ${isOn ? 'on' : 'off'}`);
        return known(undefined);
      }
      if (textAt(listAt(body, 'records')[0], 'attributes', 'type') === 'PermissionSetAssignment') {
        return known(listAt(body, 'records').map(() => ({ success: true, id: '0Pa1' })));
      }
      const answer = await org.api.send(method, path, body);
      joinSites();
      return answer;
    }
  };

  return {
    api,
    mails,
    switches,
    users: org.users,
    requests: org.requests,
    mailedLater: () =>
      [...members]
        .filter(([site]) => sends.get(site) === true)
        .flatMap(([, ids]) => org.users.filter(({ id }) => !ids.has(id))),
    on: () => [...sends].filter(([, isOn]) => isOn).map(([id]) => id),
    switchOn: (site: string) => {
      sends.set(site, true);
    }
  };
}
