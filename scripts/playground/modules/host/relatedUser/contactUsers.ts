export interface ContactUser {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly status: string;
  readonly profile: string;
  readonly href: string;
}

/** The users in the answer of `UsersOfContact`. What the person may not read is empty. */
export function readUsers(data: unknown): ContactUser[] {
  const edges = at(data, ['uiapi', 'query', 'User', 'edges']);
  return Array.isArray(edges) ? edges.map((edge: unknown) => readUser(at(edge, ['node']))) : [];
}

function readUser(node: unknown): ContactUser {
  const id = text(at(node, ['Id']));
  const username = text(at(node, ['Username', 'value']));
  return {
    id,
    name: text(at(node, ['Name', 'value'])) || username,
    username,
    status: at(node, ['IsActive', 'value']) === true ? 'Active' : 'Inactive',
    profile: text(at(node, ['Profile', 'Name', 'value'])),
    href: `/lightning/r/User/${id}/view`
  };
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, name) =>
      typeof found === 'object' && found !== null ? Object.getOwnPropertyDescriptor(found, name)?.value : undefined,
    value
  );
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
