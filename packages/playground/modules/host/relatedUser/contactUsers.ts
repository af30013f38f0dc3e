import { listAt, textAt, valueAt } from 'sf-cli/json';

export interface ContactUser {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly status: string;
  readonly profile: string;
  readonly href: string;
}

/** Reads the users in the response of the query `UsersOfContact`. A field that the person may not read is empty. */
export function readUsers(data: unknown): ContactUser[] {
  return listAt(data, 'uiapi', 'query', 'User', 'edges').map((edge) => readUser(valueAt(edge, 'node')));
}

function readUser(node: unknown): ContactUser {
  const id = textAt(node, 'Id');
  const username = textAt(node, 'Username', 'value');
  return {
    id,
    name: textAt(node, 'Name', 'value') || username,
    username,
    status: valueAt(node, 'IsActive', 'value') === true ? 'Active' : 'Inactive',
    profile: textAt(node, 'Profile', 'Name', 'value'),
    href: `/lightning/r/User/${id}/view`
  };
}
