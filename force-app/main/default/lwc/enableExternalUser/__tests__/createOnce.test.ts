import { known, unknown, type ExistingUser, type Fact, type UserDraft } from 'c/externalUserRules';
import { inactiveUser, readyDraft } from '../../../../../test/jest/facts.ts';
import { createOnce } from '../createOnce.ts';

type Answer = 'created' | 'lost' | { readonly status: number; readonly errorCode: string };
type LookUp = 'none' | 'user' | 'hidden' | 'broken';

const duplicateNickname = { status: 400, errorCode: 'DUPLICATE_COMM_NICKNAME' };
const duplicateUsername = { status: 400, errorCode: 'DUPLICATE_USERNAME' };
const serverError = { status: 503, errorCode: 'SERVER_UNAVAILABLE' };
const userExists = { status: 400, errorCode: 'PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT' };

/** An org that gives these answers one after the other, and the last one from then on. */
function org(answers: readonly Answer[], lookUps: readonly LookUp[]) {
  const sent: UserDraft[] = [];
  const log: ('create' | 'look up')[] = [];
  let looks = 0;
  return {
    sent,
    log,
    create: (draft: UserDraft): Promise<unknown> => {
      const answer = answers[Math.min(sent.length, answers.length - 1)] ?? 'created';
      sent.push(draft);
      log.push('create');
      return answer === 'created' ? Promise.resolve({ id: inactiveUser.id }) : Promise.reject(rejectionOf(answer));
    },
    findUser: (): Promise<Fact<ExistingUser | null>> => {
      const lookUp = lookUps[Math.min(looks, lookUps.length - 1)] ?? 'none';
      looks++;
      log.push('look up');
      switch (lookUp) {
        case 'none':
          return Promise.resolve(known(null));
        case 'user':
          return Promise.resolve(known(inactiveUser));
        case 'hidden':
          return Promise.resolve(unknown('noAccess'));
        case 'broken':
          return Promise.reject(new TypeError('Failed to fetch'));
      }
    }
  };
}

/** `Promise.reject` wants an Error; the org's own rejections are none. */
function rejectionOf(answer: Exclude<Answer, 'created'>): Error {
  if (answer === 'lost') {
    return new TypeError('Failed to fetch');
  }
  const { status, errorCode } = answer;
  return Object.assign(new Error(), { status, body: [{ errorCode, message: 'In the words of the org.' }] });
}

describe('createOnce', () => {
  it.each([
    ['created', ['created'], ['user'], { kind: 'created' }, 1],
    ['created, though the user can’t be read back', ['created'], ['hidden'], { kind: 'created' }, 1],
    ['created, though reading back fails', ['created'], ['broken'], { kind: 'created' }, 1],
    ['found, after an answer that was lost on its way back', ['lost'], ['user'], { kind: 'found' }, 1],
    ['found, after a server error', [serverError], ['user'], { kind: 'found' }, 1],
    ['found, when Salesforce says that there is one', [userExists], ['user'], { kind: 'found' }, 1],
    [
      'found, when the browser sent it twice and the second is a duplicate',
      [duplicateUsername],
      ['user'],
      { kind: 'found' },
      1
    ],
    [
      'refused and absent, after a request that was lost on its way out',
      ['lost'],
      ['none'],
      { kind: 'refused', lookUp: 'absent' },
      1
    ],
    ['refused and absent, after a server error', [serverError], ['none'], { kind: 'refused', lookUp: 'absent' }, 1],
    ['refused and open, when the look-up fails too', ['lost'], ['broken'], { kind: 'refused', lookUp: 'failed' }, 1],
    ['refused and open, when users are hidden', ['lost'], ['hidden'], { kind: 'refused', lookUp: 'failed' }, 1],
    ['refused, by a clear answer', [duplicateUsername], ['none'], { kind: 'refused', lookUp: 'none' }, 1],
    [
      'refused, by a clear answer and a look-up that fails',
      [duplicateUsername],
      ['broken'],
      { kind: 'refused', lookUp: 'none' },
      1
    ]
  ] as const)('ends as %s', async (_how, answers, lookUps, outcome, attempts) => {
    const { create, findUser, sent } = org(answers, lookUps);
    await expect(createOnce({ draft: readyDraft, create, findUser, lookUpFirst: false })).resolves.toMatchObject(
      outcome
    );
    expect(sent).toHaveLength(attempts);
  });

  it('does not look before the first attempt', async () => {
    const { create, findUser, log } = org(['created'], ['user']);
    await createOnce({ draft: readyDraft, create, findUser, lookUpFirst: false });
    expect(log).toEqual(['create', 'look up']);
  });

  describe('with a look-up first, after one that failed', () => {
    it.each([
      ['finds the user and sends nothing', ['created'], ['user'], { kind: 'found' }, 0],
      ['sends when there is no user', ['created'], ['none', 'user'], { kind: 'created' }, 1],
      [
        'keeps it open when the look-up fails again and the org refuses',
        [duplicateUsername],
        ['broken'],
        { kind: 'refused', lookUp: 'failed' },
        1
      ],
      [
        'knows there is none once a look-up answers',
        [duplicateUsername],
        ['broken', 'none'],
        { kind: 'refused', lookUp: 'absent' },
        1
      ],
      [
        'finds the user of the attempt before behind its username',
        [duplicateUsername],
        ['broken', 'user'],
        { kind: 'found' },
        1
      ],
      [
        'trusts a clear refusal after a look-up that answered',
        [duplicateUsername],
        ['none'],
        { kind: 'refused', lookUp: 'none' },
        1
      ]
    ] as const)('%s', async (_what, answers, lookUps, outcome, attempts) => {
      const { create, findUser, sent } = org(answers, lookUps);
      await expect(createOnce({ draft: readyDraft, create, findUser, lookUpFirst: true })).resolves.toMatchObject(
        outcome
      );
      expect(sent).toHaveLength(attempts);
    });
  });

  describe('when the nickname is taken', () => {
    it('tries the next one, and hands out the draft that was taken', async () => {
      const { create, findUser, sent } = org([duplicateNickname, duplicateNickname, 'created'], ['user']);
      const outcome = await createOnce({ draft: readyDraft, create, findUser, lookUpFirst: false });
      expect(sent.map(({ nickname }) => nickname)).toEqual(['amelie.dubois', 'amelie.dubois1', 'amelie.dubois2']);
      expect(outcome).toEqual({ kind: 'created', draft: { ...readyDraft, nickname: 'amelie.dubois2' } });
    });

    it('changes nothing but the nickname', async () => {
      const { create, findUser, sent } = org([duplicateNickname, 'created'], ['user']);
      await createOnce({ draft: readyDraft, create, findUser, lookUpFirst: false });
      expect(sent[1]).toEqual({ ...readyDraft, nickname: 'amelie.dubois1' });
    });

    it('asks the person after five', async () => {
      const { create, findUser, sent } = org([duplicateNickname], ['none']);
      const outcome = await createOnce({ draft: readyDraft, create, findUser, lookUpFirst: false });
      expect(sent).toHaveLength(5);
      expect(outcome).toMatchObject({ kind: 'refused', failure: { code: 'duplicateNickname', field: 'nickname' } });
    });

    it('does not go on after an answer that was lost', async () => {
      const { create, findUser, sent } = org([duplicateNickname, 'lost', 'created'], ['none']);
      const outcome = await createOnce({ draft: readyDraft, create, findUser, lookUpFirst: false });
      expect(sent).toHaveLength(2);
      expect(outcome).toMatchObject({ kind: 'refused', lookUp: 'absent' });
    });
  });
});
