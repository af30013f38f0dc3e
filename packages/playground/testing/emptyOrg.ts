import type { LocalOrg, Person } from '../server/localOrg.ts';

/** Who is signed in where it matters to nobody. */
export const SOMEBODY: Person = {
  label: 'Admin',
  userId: '005',
  username: 'admin@acme.example',
  accessToken: '00D!token'
};

/** A local org to which nobody deployed anything and that answers nothing, but for what a test gives it. */
export function emptyOrg(given: Partial<LocalOrg> = {}): LocalOrg {
  return {
    name: 'ready',
    people: [],
    outbox: [],
    org: { defaultContactId: '', access: () => ({ has: () => false }) },
    fetch: () => Promise.resolve(new Response()),
    reset: () => undefined,
    deployedBundles: () => new Map(),
    deployedLanguages: () => [],
    deployedLabels: () => new Map(),
    deployedQuickActions: () => [],
    deployedListButtons: () => [],
    screenFlows: () => [],
    takeSource: () => [],
    ...given
  };
}
