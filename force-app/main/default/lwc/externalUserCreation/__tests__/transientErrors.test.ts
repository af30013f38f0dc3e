import { locked, tooMany, unavailable, noRight, org } from './scriptedOrg.ts';

describe('createOnce', () => {
  describe('a transient error', () => {
    it.each([
      ['a lock', locked],
      ['too many requests', tooMany],
      ['a server that is away', unavailable]
    ])('is retried after a look-up, and the caller is told: %s', async (_what, answer) => {
      const { run, log } = org([answer, answer, 'created'], ['none', 'none', 'own']);
      await expect(run()).resolves.toMatchObject({ kind: 'created' });
      const again = (attempt: number): readonly string[] => [`retry ${String(attempt)} of 4`, 'look up', 'create'];
      expect(log).toEqual(['create', ...again(2), ...again(3), 'look up']);
    });

    it('is retried after half a second, then twice as long each time, give or take a quarter', async () => {
      const { run, sent, pauses } = org([locked], ['none']);
      await expect(run()).resolves.toMatchObject({ kind: 'refused', failure: { code: 'locked' }, lookUp: 'none' });
      expect(sent).toHaveLength(4);
      expect(pauses()).toHaveLength(3);
      for (const [index, pause] of pauses().entries()) {
        expect(Math.abs(pause / (500 * 2 ** index) - 1)).toBeLessThanOrEqual(0.25);
      }
    });

    it.each([
      ['is not retried if the user was created in spite of it', unavailable, 'own', { kind: 'found' }],
      [
        'is not retried if a look-up after an unclear answer fails',
        unavailable,
        'broken',
        { kind: 'refused', lookUp: 'failed' }
      ]
    ] as const)('%s', async (_what, answer, shown, outcome) => {
      const { run, log } = org([answer], [shown]);
      await expect(run()).resolves.toMatchObject(outcome);
      expect(log).toEqual(['create', 'retry 2 of 4', 'look up']);
    });

    it('is retried after a clear refusal if users are hidden', async () => {
      const { run, sent } = org([locked, 'created'], ['hidden']);
      await expect(run()).resolves.toMatchObject({ kind: 'created' });
      expect(sent).toHaveLength(2);
    });

    it('leaves open whether a user exists if an earlier answer was unclear and the last look-up fails', async () => {
      const { run } = org([unavailable, noRight], ['none', 'broken']);
      await expect(run()).resolves.toMatchObject({ kind: 'refused', failure: { code: 'noAccess' }, lookUp: 'failed' });
    });
  });
});
