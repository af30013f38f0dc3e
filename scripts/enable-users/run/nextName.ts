import { freeNickname, freeUsername } from 'c/externalUserRules';
import type { NameField, Store } from '../store/store.ts';

/** The next name that no row of this run has; what other orgs have only the platform knows. */
export function nextName(store: Pick<Store, 'claimName'>, field: NameField, name: string, row: number): string {
  const next = field === 'username' ? freeUsername : freeNickname;
  let candidate = next(name, []);
  while (!store.claimName(field, candidate, row)) candidate = next(candidate, []);
  return candidate;
}
