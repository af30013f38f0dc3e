import type { Store } from '../store/store.ts';

export interface OrgIdentity {
  /** Empty where it isn't known. */
  readonly id: string;
  readonly url: string;
}

/** Says to which org a plan belongs. */
export function saveOrg({ setMeta }: Pick<Store, 'setMeta'>, { id, url }: OrgIdentity): void {
  setMeta('orgId', id);
  setMeta('orgUrl', url);
}

/**
 * Why a run can't go on in an org; null where it can. The id decides: an org keeps it under another alias, user or My Domain,
 * and a scratch org that was made again under the same alias has another one.
 */
export function refusalOfOrg(folder: string, { meta }: Pick<Store, 'meta'>, target: OrgIdentity): string | null {
  const planned = { id: meta('orgId') ?? '', url: meta('orgUrl') ?? '' };
  const isSame =
    planned.id === '' || target.id === ''
      ? planned.url === '' || planned.url === target.url
      : caseSensitive(planned.id) === caseSensitive(target.id);
  return isSame
    ? null
    : `The plan in ${folder} belongs to the org ${named(planned)}, and the target org is ${named(target)}. Name the org of the plan with --target-org, or plan again in another folder.`;
}

/** The 15 characters without which an id of 18 only differs in form. */
function caseSensitive(id: string): string {
  return id.slice(0, 15);
}

function named({ id, url }: OrgIdentity): string {
  return id === '' ? url : `${id} (${url})`;
}
