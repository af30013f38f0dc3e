import type { OrgFacts } from './facts.ts';

/** Works out once what depends on the org alone, as a list or a file has many contacts of the same org. */
export function oncePerOrg<Found extends object>(find: (org: OrgFacts) => Found): (org: OrgFacts) => Found {
  const found = new WeakMap<OrgFacts, Found>();
  return (org) => {
    const known = found.get(org);
    if (known !== undefined) {
      return known;
    }
    const first = find(org);
    found.set(org, first);
    return first;
  };
}
