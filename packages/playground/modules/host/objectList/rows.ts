import { listAt, textAt, valueAt } from 'sf-cli/json';

export interface Row {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly title: string;
  readonly email: string;
  readonly accountId: string;
  readonly account: string;
  readonly accountHref: string | null;
}

/** Reads the contacts in the response of the query `Contacts`. */
export function readRows(data: unknown): Row[] {
  return listAt(data, 'uiapi', 'query', 'Contact', 'edges').map((edge) => readRow(valueAt(edge, 'node')));
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
    accountId,
    account: textAt(node, 'Account', 'Name', 'value'),
    accountHref: accountId === '' ? null : `/lightning/r/Account/${accountId}/view`
  };
}
