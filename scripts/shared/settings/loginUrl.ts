import { isJson, listAt, textAt } from 'sf-cli/json';

export interface SiteOfOrg {
  readonly id: string;
  readonly urlPathPrefix: string | null;
}

/**
 * Where members of a site log in. `communities` is the body of Connect REST API, "Community" (`loginUrl`, `siteUrl`)
 * [F-118]. Where the site isn't in it, the address follows from that of the org. Help, "My Domain URL Formats" [F-030].
 */
export function loginUrlOf({ id, urlPathPrefix }: SiteOfOrg, communities: unknown, orgUrl: string): string {
  const community = listAt(communities, 'communities')
    .filter(isJson)
    .find((one) => textAt(one, 'id').slice(0, 15) === id.slice(0, 15));
  const siteUrl =
    textAt(community, 'siteUrl') ||
    [orgUrl.replace(/\.my\.salesforce\.com$/, '.my.site.com'), urlPathPrefix ?? ''].join('/');
  return textAt(community, 'loginUrl') || `${siteUrl.replace(/(?<!\/)\/+$/, '')}/login`;
}
