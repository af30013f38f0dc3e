import { textAt, valueAt } from '../../platform/valueAt.ts';

export interface Row {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly title: string;
  readonly email: string;
  readonly account: string;
  readonly accountHref: string | null;
}

/** The contacts in the answer of `Contacts`. */
export function readRows(data: unknown): Row[] {
  const edges = valueAt(data, 'uiapi', 'query', 'Contact', 'edges');
  return Array.isArray(edges) ? edges.map((edge: unknown) => readRow(valueAt(edge, 'node'))) : [];
}

function readRow(node: unknown): Row {
  const id = textAt(node, 'Id');
  const accountId = textAt(node, 'Account', 'Id');
  return {
    id,
    name: textAt(node, 'Name', 'value'),
    href: `/lightning/r/Contact/${id}/view`,
    title: textAt(node, 'Title', 'value'),
    email: textAt(node, 'Email', 'value'),
    account: textAt(node, 'Account', 'Name', 'value'),
    accountHref: accountId === '' ? null : `/lightning/r/Account/${accountId}/view`
  };
}
