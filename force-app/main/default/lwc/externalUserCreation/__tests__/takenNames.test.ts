import { freeNickname } from 'c/externalUserRules';
import { readyDraft } from '../../../../../test/jest/facts.ts';
import { duplicateNickname, duplicateUsername, locked, NEW_USER_ID, org } from './scriptedOrg.ts';

describe('createOnce', () => {
  describe('when the nickname is taken', () => {
    const numbering = { nicknameAfter: (name: string, step: number) => freeNickname(name, new Set(), step) };

    it('leaves the choice to the person where the nickname must not be numbered', async () => {
      const { run, sent } = org([duplicateNickname, 'created'], ['none']);
      await expect(run()).resolves.toMatchObject({ kind: 'refused', failure: { code: 'duplicateNickname' } });
      expect(sent).toHaveLength(1);
    });

    it('tries the next one and returns the draft that was accepted', async () => {
      const { runWith, sent } = org([duplicateNickname, duplicateNickname, 'created'], ['own']);
      const outcome = await runWith(numbering);
      expect(sent.map(({ nickname }) => nickname)).toEqual(['amelie.dubois', 'amelie.dubois1', 'amelie.dubois2']);
      expect(outcome).toEqual({
        kind: 'created',
        draft: { ...readyDraft, nickname: 'amelie.dubois2' },
        userId: NEW_USER_ID
      });
    });

    it('changes nothing but the nickname', async () => {
      const { runWith, sent } = org([duplicateNickname, 'created'], ['own']);
      await runWith(numbering);
      expect(sent[1]).toEqual({ ...readyDraft, nickname: 'amelie.dubois1' });
    });

    it('leaves the choice to the person after ten, whose numbers grow faster', async () => {
      const { runWith, sent } = org([duplicateNickname], ['none']);
      const outcome = await runWith(numbering);
      const numbers = ['', '1', '2', '3', '4', '6', '10', '18', '34', '66'];
      expect(sent.map(({ nickname }) => nickname)).toEqual(numbers.map((number) => `amelie.dubois${number}`));
      expect(outcome).toMatchObject({ kind: 'refused', failure: { code: 'duplicateNickname', field: 'nickname' } });
    });

    it('stops after a lost answer', async () => {
      const { runWith, sent } = org([duplicateNickname, 'lost', 'created'], ['none']);
      await expect(runWith(numbering)).resolves.toMatchObject({ kind: 'refused', lookUp: 'absent' });
      expect(sent).toHaveLength(2);
    });

    it('keeps the new nickname through a lock', async () => {
      const { runWith, sent } = org([duplicateNickname, locked, 'created'], ['none']);
      await runWith(numbering);
      expect(sent.map(({ nickname }) => nickname)).toEqual(['amelie.dubois', 'amelie.dubois1', 'amelie.dubois1']);
    });
  });

  describe('if the caller supplies the next name', () => {
    const usernameAfter = (username: string): string => `2.${username}`;
    const nicknameAfter = (nickname: string): string => `${nickname}-b`;

    it('tries the next username once a look-up shows that the duplicate isn’t the contact’s own user', async () => {
      const { runWith, sent, log } = org([duplicateUsername, 'created'], ['none']);
      await expect(runWith({ usernameAfter })).resolves.toMatchObject({ kind: 'created' });
      expect(sent.map(({ username }) => username)).toEqual([readyDraft.username, `2.${readyDraft.username}`]);
      expect(log).toEqual(['create', 'look up', 'create', 'look up']);
    });

    it.each([
      ['is found', 'own', { kind: 'already' }],
      ['stays open', 'broken', { kind: 'refused', failure: { code: 'duplicateUsername' } }]
    ] as const)('sends no other username where the contact’s user %s', async (_what, shown, outcome) => {
      const { runWith, sent } = org([duplicateUsername, 'created'], [shown]);
      await expect(runWith({ usernameAfter })).resolves.toMatchObject(outcome);
      expect(sent).toHaveLength(1);
    });

    it('gives up after ten usernames, although it tried ten nicknames too', async () => {
      const nicknames = Array.from({ length: 9 }, () => duplicateNickname);
      const { runWith, sent } = org([...nicknames, duplicateUsername], ['none']);
      await expect(runWith({ usernameAfter, nicknameAfter })).resolves.toMatchObject({ kind: 'refused' });
      expect(sent).toHaveLength(19);
    });

    it('uses the caller’s next nickname, and reads no user back if the caller does that', async () => {
      const { runWith, sent, log } = org([duplicateNickname, 'created'], ['none']);
      await runWith({ nicknameAfter, readsBack: false });
      expect(sent.map(({ nickname }) => nickname)).toEqual([readyDraft.nickname, `${readyDraft.nickname}-b`]);
      expect(log).toEqual(['create', 'create']);
    });
  });
});
