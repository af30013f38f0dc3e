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
  const edges = at(data, 'uiapi', 'query', 'Contact', 'edges');
  return Array.isArray(edges) ? edges.map((edge: unknown) => readRow(at(edge, 'node'))) : [];
}

function readRow(node: unknown): Row {
  const id = text(at(node, 'Id'));
  const accountId = text(at(node, 'Account', 'Id'));
  return {
    id,
    name: text(at(node, 'Name', 'value')),
    href: `/lightning/r/Contact/${id}/view`,
    title: text(at(node, 'Title', 'value')),
    email: text(at(node, 'Email', 'value')),
    account: text(at(node, 'Account', 'Name', 'value')),
    accountHref: accountId === '' ? null : `/lightning/r/Account/${accountId}/view`
  };
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, name) =>
      typeof found === 'object' && found !== null ? Object.getOwnPropertyDescriptor(found, name)?.value : undefined,
    value
  );
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
