/** What the server tells a page about who looks at it and at what. Written into the page as JSON. */
export interface PageContext {
  readonly apiVersion: string;
  readonly accessToken: string;
  readonly userId: string;
  readonly username: string;
  readonly orgName: string;
  readonly people: readonly { readonly label: string; readonly username: string }[];
  readonly startingOrgs: readonly string[];
  readonly sites: readonly { readonly name: string; readonly status: string; readonly loginUrl: string }[];
  readonly quickActions: readonly QuickAction[];
}

export interface QuickAction {
  readonly apiName: string;
  readonly objectApiName: string;
  readonly label: string;
  readonly lightningWebComponent: string;
  readonly subtype: 'ScreenAction' | 'Action';
}

export const CONTEXT_ELEMENT_ID = 'playground-context';

export const context: PageContext = JSON.parse(
  document.getElementById(CONTEXT_ELEMENT_ID)?.textContent ?? '{}'
) as PageContext;
