import type { Group, Status } from './finding.ts';
import type { Org } from './org.ts';

export type OrgName = Pick<Org, 'username' | 'url' | 'apiVersion'>;
export type Counts = Readonly<Record<Status, number>>;

/** How many findings there are of each status. */
export function countsOf(groups: readonly Group[]): Counts {
  const of = (status: Status): number =>
    groups.flatMap(({ findings }) => findings).filter((finding) => finding.status === status).length;
  return { pass: of('pass'), warning: of('warning'), blocked: of('blocked'), unknown: of('unknown') };
}

/** One line for programs: the facts of the table, with what was left behind in the org where it was probed. */
export function toJson(org: OrgName, groups: readonly Group[]): string {
  const counts = countsOf(groups);
  return JSON.stringify({
    result: counts.blocked > 0 ? 'blocked' : 'ready',
    org: { username: org.username, url: org.url, apiVersion: org.apiVersion },
    counts,
    findings: groups.flatMap(({ title, findings }) =>
      findings.map(({ check, status, cause, fix, link, facts }) => ({
        check,
        group: title,
        status,
        cause,
        fix,
        link,
        facts
      }))
    )
  });
}

/** The same place for what stopped the doctor. */
export function errorJson(message: string): string {
  return JSON.stringify({ result: 'error', message });
}
