/** The page that a URL of the playground shows. */
export type Page =
  | {
      readonly kind: 'record';
      readonly objectApiName: string;
      readonly recordId: string;
      /** The page opens with its form, as a link to the action `edit` asks. */
      readonly isEdit: boolean;
    }
  | { readonly kind: 'list'; readonly objectApiName: string; readonly accountId: string | null }
  | { readonly kind: 'flow'; readonly flowName: string; readonly isInShell: boolean }
  /** One component of a project, whatever pages it is meant for. */
  | { readonly kind: 'component'; readonly bundle: string }
  | { readonly kind: 'outbox' }
  | { readonly kind: 'users' }
  | { readonly kind: 'unknown' };

/** The objects with record pages, by key prefix, because `/lightning/r/{id}/view` names no object. */
const OBJECT_BY_KEY_PREFIX: Readonly<Record<string, string>> = {
  '001': 'Account',
  '003': 'Contact',
  '005': 'User',
  '00e': 'Profile',
  '00E': 'UserRole',
  '0DB': 'Network',
  '00D': 'Organization',
  '0PK': 'Individual',
  '0PS': 'PermissionSet'
};

export function pageOf(pathname: string): Page {
  const record = /^\/lightning\/r\/(?:(?<object>\w+)\/)?(?<id>[a-zA-Z0-9]{15,18})\/(?<action>view|edit)$/u.exec(
    pathname
  )?.groups;
  if (record !== undefined) {
    const recordId = record['id'] ?? '';
    const objectApiName = record['object'] ?? OBJECT_BY_KEY_PREFIX[recordId.slice(0, 3)];
    return objectApiName === undefined
      ? { kind: 'unknown' }
      : { kind: 'record', objectApiName, recordId, isEdit: record['action'] === 'edit' };
  }
  const list = /^\/lightning\/o\/(?<object>\w+)\/(?:list|home)$/u.exec(pathname)?.groups;
  if (list !== undefined) {
    return { kind: 'list', objectApiName: list['object'] ?? '', accountId: null };
  }
  const contacts = /^\/lightning\/r\/Account\/(?<id>[a-zA-Z0-9]{15,18})\/related\/Contacts\/view$/u.exec(
    pathname
  )?.groups;
  if (contacts !== undefined) {
    return { kind: 'list', objectApiName: 'Contact', accountId: contacts['id'] ?? '' };
  }
  // Without `/lightning`, a flow runs outside the app. Salesforce Help: Choosing Between … Flow URL Formats.
  const flow = /^(?<shell>\/lightning)?\/flow\/(?:\w+\/)?(?<name>\w+)$/u.exec(pathname)?.groups;
  if (flow !== undefined) {
    return { kind: 'flow', flowName: flow['name'] ?? '', isInShell: flow['shell'] !== undefined };
  }
  const component = /^\/playground\/component\/(?<bundle>\w+)$/u.exec(pathname)?.groups;
  if (component !== undefined) {
    return { kind: 'component', bundle: component['bundle'] ?? '' };
  }
  switch (pathname) {
    case '/playground/outbox':
      return { kind: 'outbox' };
    case '/playground/users':
      return { kind: 'users' };
    default:
      return { kind: 'unknown' };
  }
}

/** The title of the browser's tab until the name of a record is known. */
export function titleOf(page: Page): string {
  switch (page.kind) {
    case 'record':
      return page.objectApiName;
    case 'list':
      return 'Contacts';
    case 'flow':
      return page.flowName;
    case 'component':
      return page.bundle;
    case 'outbox':
      return 'Outbox';
    case 'users':
      return 'Users and licenses';
    case 'unknown':
      return 'No such page';
  }
}
