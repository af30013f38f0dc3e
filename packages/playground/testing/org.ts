import type { Person } from 'sfdx-local-org';
import type { OrgPeople } from '../org/people.ts';

/** The only person of `orgOf`. */
export const ADMIN: Person = {
  label: 'Admin',
  userId: '005',
  username: 'admin@acme.example',
  accessToken: '00D!token'
};

/** An org with one person, who holds these permissions and no custom permission. */
export function orgOf(...permissions: readonly string[]): OrgPeople {
  return {
    name: 'ready',
    people: [ADMIN],
    org: { access: () => ({ has: (permission) => permissions.includes(permission), hasCustomPermission: () => false }) }
  };
}
