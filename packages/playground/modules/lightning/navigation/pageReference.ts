/** A page of Lightning Experience. LWC Guide: reference-page-reference-type. */
export interface PageReference {
  readonly type: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly state?: Readonly<Record<string, string>>;
}

/** The URL of a page reference. A type without a page in the playground leads to a page that says so. */
export function urlOf({ type, attributes, state }: PageReference): string {
  const query =
    state === undefined || Object.keys(state).length === 0 ? '' : `?${new URLSearchParams(state).toString()}`;
  const { recordId = '', objectApiName = '', actionName = '', url = '' } = attributes;
  switch (type) {
    case 'standard__webPage':
      return url;
    case 'standard__recordPage':
      return `/lightning/r/${objectApiName === '' ? '' : `${objectApiName}/`}${recordId}/${actionName || 'view'}${query}`;
    case 'standard__objectPage':
      return `/lightning/o/${objectApiName}/${actionName || 'home'}${query}`;
    case 'standard__recordRelationshipPage':
      return `/lightning/r/${objectApiName === '' ? '' : `${objectApiName}/`}${recordId}/related/${attributes['relationshipApiName'] ?? ''}/view${query}`;
    case 'standard__namedPage':
      return `/lightning/page/${attributes['pageName'] ?? ''}${query}`;
    case 'standard__navItemPage':
      return `/lightning/n/${attributes['apiName'] ?? ''}${query}`;
    // [F-061]
    case 'standard__flow':
      return `/lightning/flow/${attributes['devName'] ?? ''}${query}`;
    case 'standard__component':
      return `/lightning/cmp/${attributes['componentName'] ?? ''}${query}`;
    default:
      return `/lightning/unsupported/${encodeURIComponent(type)}`;
  }
}

/** The page reference of a URL under `/lightning`. */
export function parsePageReference({
  pathname,
  search
}: {
  pathname: string;
  search: string;
}): PageReference | undefined {
  const state = Object.fromEntries(new URLSearchParams(search));
  const record = /^\/lightning\/r\/(?:(?<object>\w+)\/)?(?<id>\w{15,18})\/(?<action>\w+)$/u.exec(pathname)?.groups;
  if (record !== undefined) {
    return {
      type: 'standard__recordPage',
      attributes: {
        recordId: record['id'] ?? '',
        objectApiName: record['object'] ?? '',
        actionName: record['action'] ?? 'view'
      },
      state
    };
  }
  const flow = /^\/lightning\/flow\/(?<name>\w+)$/u.exec(pathname)?.groups;
  if (flow !== undefined) {
    return { type: 'standard__flow', attributes: { devName: flow['name'] ?? '' }, state };
  }
  const list = /^\/lightning\/o\/(?<object>\w+)\/(?<action>\w+)$/u.exec(pathname)?.groups;
  return list === undefined
    ? undefined
    : {
        type: 'standard__objectPage',
        attributes: { objectApiName: list['object'] ?? '', actionName: list['action'] ?? 'home' },
        state
      };
}
