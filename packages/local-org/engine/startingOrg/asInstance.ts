import type { StartingOrg } from './startingOrg.ts';

/**
 * The starting org with an org id and usernames of its own, as two orgs share neither: the sf CLI keeps log-ins by username.
 * A suffix makes the usernames, as in a sandbox. Source: Salesforce Help, "Sandbox Setup Considerations".
 */
export function asInstance(starting: StartingOrg, instance: number): StartingOrg {
  const people = new Set(starting.people.map(({ user }) => user));
  return {
    ...starting,
    instance,
    records: starting.records.map((record) => {
      const username = record.fields['Username'];
      return record.object === 'User' && people.has(record.reference) && typeof username === 'string'
        ? { ...record, fields: { ...record.fields, Username: `${username}.local${String(instance)}` } }
        : record;
    })
  };
}
