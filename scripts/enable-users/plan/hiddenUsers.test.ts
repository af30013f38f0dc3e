import { createLocalRuns } from '../testing/localRuns.ts';
import { planInFolders } from '../testing/planInFolders.ts';
import { planLines } from '../report/planLines.ts';
import { ADA, user } from '../testing/smallOrg.ts';

/** What a plan says of users of contacts that the person reads in part, or not at all. */

describe('a contact’s user', () => {
  const plan = planInFolders();

  it.each(['ProfileId', 'Profile', 'UserType', 'Email', 'LastLoginDate'])(
    'is found where the person can’t read its %s',
    async (field) => {
      const { rows } = await plan(`Id\n${ADA}\n`, { org: { User: [user] }, lacking: [field] });
      expect(rows[0]).toMatchObject({ outcome: 'already', code: 'userActive', userId: user.Id, draft: null });
    }
  );

  it.each([
    ['is said to have another profile than the one that is asked for', user.ProfileId, ['valuesNotApplied']],
    ['is not said so where its profile can’t be read', undefined, []]
  ])('%s', async (_title, ProfileId, codes) => {
    const options = { profile: 'Acme Partner' };
    const { rows } = await plan(`Id\n${ADA}\n`, { org: { User: [{ ...user, ProfileId }] }, options });
    expect(rows[0]?.deviations.map(({ code }) => code)).toEqual(codes);
  });

  it.each(['ContactId', 'IsActive'])(
    'is called unknown where users can’t be asked for by %s, and the org decides',
    async (field) => {
      const { rows, summary } = await plan(`Id\n${ADA}\n`, { org: { User: [user] }, lacking: [field] });
      expect(rows[0]).toMatchObject({ outcome: 'enable', code: 'userHidden' });
      expect(rows[0]?.sentence).toContain('We can’t see whether this contact has a user.');
      expect(planLines(summary).join('\n')).toMatch(/Worth a look\n +1 {2}userHidden/u);
    }
  );

  it('stops the plan where the org refuses users for another reason', async () => {
    await expect(plan(`Id\n${ADA}\n`, { lacking: ['User'] })).rejects.toThrow(/refused to be read: INVALID_TYPE/u);
  });
});

it('A person who may not see profiles is told which contacts of a local org have a user.', async () => {
  const runs = createLocalRuns('hidden-setup', 'Sales Ops', 2);
  try {
    const { localOrg, contactIds } = runs;
    const users = localOrg.org.schema.object('User');
    if (users === undefined) throw new Error('Each org has users.');
    const held = localOrg.org.all(users).flatMap(({ ContactId }) => (typeof ContactId === 'string' ? [ContactId] : []));
    const { summary } = await runs.plan(['ContactId', ...held, ...contactIds]);
    expect(held.length).toBeGreaterThan(0);
    // Profile Filtering hides the profile that new users would get, too.
    expect(summary.counts).toMatchObject({ already: held.length, blocked: contactIds.length, enable: 0 });
  } finally {
    runs.close();
  }
});
