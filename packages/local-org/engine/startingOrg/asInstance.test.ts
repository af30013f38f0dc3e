import { createLocalOrg, startingOrgNames } from '../../main.ts';
import { isId } from '../storage/ids.ts';

const localOrg = (instance?: number) =>
  createLocalOrg({
    org: 'ready',
    seed: 1,
    hasControlRoutes: false,
    url: () => 'http://localhost:4280',
    ...(instance === undefined ? {} : { instance })
  });

describe('local orgs with the same seed', () => {
  it('share no org id, username or token if each is an instance of its own, and keep the ids of records', () => {
    const orgs = [localOrg(), localOrg(4280), localOrg(4281)];
    const ids = orgs.map(({ org }) => org.id);
    const usernames = orgs.flatMap(({ people }) => people.map(({ username }) => username));
    expect(new Set(ids).size).toBe(3);
    expect(ids.every(isId)).toBe(true);
    expect(new Set(usernames).size).toBe(9);
    expect(usernames).toContain('ingrid.solberg@acme.example.local4281');
    expect(new Set(orgs.map(({ org }) => org.defaultContactId)).size).toBe(1);
  });

  it('stay an instance of their own after a reset to another starting org', () => {
    const org = localOrg(4280);
    const { id } = org.org;
    org.reset('bare');
    expect(org.org.id).toBe(id);
    expect(org.people[0]?.username).toMatch(/\.local4280$/u);
  });

  it.each(startingOrgNames())('share no org id and no username in two local orgs of %s', (name) => {
    const [one, other] = [4280, 4281].map((instance) => {
      const org = localOrg(instance);
      org.reset(name);
      return org;
    });
    const usernames = (org: typeof one) => org?.people.map(({ username }) => username) ?? [];
    expect(usernames(one).length).toBeGreaterThan(0);
    expect(new Set(usernames(one)).intersection(new Set(usernames(other))).size).toBe(0);
    expect(one?.org.id).not.toBe(other?.org.id);
  });
});
