import type { LocalOrg, Person } from 'sfdx-local-org';

/** The people who can sign in to an org, and what each of them may do. */
export type OrgPeople = Pick<LocalOrg, 'name' | 'people'> & {
  readonly org: {
    access(person: Person): { has(permission: string): boolean; hasCustomPermission(apiName: string): boolean };
  };
};

/** The person who sees everything. The pages of the playground itself read in this person's name. */
export function administrator({ name, people, org }: OrgPeople): Person {
  const person = people.find((candidate) => org.access(candidate).has('ModifyAllData'));
  if (person === undefined) {
    throw new Error(`The starting org ${name} has no administrator who may sign in`);
  }
  return person;
}
