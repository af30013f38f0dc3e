import { admin, readyOrg, recordNamed, seatsUsed, sitesOf } from '../../testing/readyOrg.ts';
import { createSecrets } from '../storage/secrets.ts';
import { createOrg } from './createOrg.ts';
import { readStartingOrg, startingOrgNames } from '../startingOrg/startingOrg.ts';

describe('a starting org', () => {
  it.each(startingOrgNames())('%s starts without contradictions', (name) => {
    const org = createOrg(readStartingOrg(name), { seed: 7, url: () => 'http://localhost:1' });
    expect(org.people.map(({ label }) => label).sort()).toEqual([
      'Sales Ops',
      'System Administrator',
      'Without permission'
    ]);
    expect(org.outbox).toEqual([]);
  });

  it('gives every person a token that the sf CLI accepts, the same for the same secret', () => {
    const [one, same, other] = ['a', 'a', 'b'].map((secret) =>
      createOrg(readStartingOrg('ready'), { seed: 1, secrets: createSecrets(secret), url: () => '' }).people.map(
        ({ accessToken }) => accessToken
      )
    );
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
    for (const token of one ?? []) expect(token).toMatch(/^00D[a-zA-Z0-9]{12,15}![.\w]+$/);
  });

  it('gets the names, user types, seats, roles and memberships that the platform derives', () => {
    const org = readyOrg();
    const minjun = recordNamed(org, 'User', 'minjun.kim@hanbit.example.acme');
    expect(minjun).toMatchObject({
      Name: '민준 김',
      UserType: 'PowerPartner',
      IsPortalEnabled: true,
      PortalRole: 'Worker'
    });
    expect(sitesOf(org, minjun)).toEqual(['Acme Partners']);
    expect(
      ['Customer Community', 'Partner Community', 'Customer Community Login'].map((name) => seatsUsed(org, name))
    ).toEqual([3, 1, 0]);
  });

  it('finds records by 15 and by 18 characters of their id', () => {
    const org = readyOrg();
    const { userId } = admin(org);
    expect(org.find(userId.slice(0, 15))).toBe(org.find(userId));
    expect(org.find('nonsense')).toBeUndefined();
  });
});
