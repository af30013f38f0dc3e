import { freeNickname, known, unknown, type ExistingUser, type Fact, type UserDraft } from 'c/externalUserRules';
import { inactiveUser, readyDraft } from '../../../../../test/jest/facts.ts';
import { createOnce } from '../createOnce.ts';
import type { OpenSends } from '../openSends.ts';

type Answer = 'created' | 'lost' | 'never' | { readonly status: number; readonly errorCode: string };
type Shown = 'none' | 'own' | 'other' | 'older' | 'renamed' | 'unread' | 'hidden' | 'broken' | 'never';

const duplicateNickname = { status: 400, errorCode: 'DUPLICATE_COMM_NICKNAME' };
const duplicateUsername = { status: 400, errorCode: 'DUPLICATE_USERNAME' };
const userExists = { status: 400, errorCode: 'PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT' };
const locked = { status: 400, errorCode: 'UNABLE_TO_LOCK_ROW' };
const tooMany = { status: 429, errorCode: 'REQUEST_LIMIT_EXCEEDED' };
const dayLimit = { status: 403, errorCode: 'REQUEST_LIMIT_EXCEEDED' };
const serverError = { status: 500, errorCode: 'UNKNOWN_EXCEPTION' };
const unavailable = { status: 503, errorCode: 'SERVER_UNAVAILABLE' };
const notFound = { status: 404, errorCode: 'NOT_FOUND' };
const noRight = { status: 400, errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY' };

const NEW_USER_ID = '005000010000008AAA';
const SENDER_ID = '005000010000001AAA';
const NOW = Date.parse('2026-11-30T10:00:00Z');

/** What a look-up may show: the user that this very request created, and users that it can't have created. */
const ownUser: ExistingUser = {
  ...inactiveUser,
  username: readyDraft.username,
  createdById: SENDER_ID,
  createdDate: '2026-11-30T10:00:00.000Z'
};
const USERS = {
  own: ownUser,
  other: { ...ownUser, createdById: '005000010000002AAA' },
  older: { ...ownUser, createdDate: '2026-11-30T09:00:00.000Z' },
  renamed: { ...ownUser, username: 'somebody@else.example' },
  unread: { ...ownUser, createdById: null, createdDate: null }
} as const;
const earlier: OpenSends = {
  since: NOW,
  usernames: [readyDraft.username],
  failure: { code: 'serverDown', field: null, message: '', details: '', status: 502 }
};

/** An org that gives these answers in turn and then repeats the last one; its waits end at once. */
function org(answers: readonly Answer[], shown: readonly Shown[]) {
  const sent: UserDraft[] = [];
  const waits: number[] = [];
  const log: string[] = [];
  let looks = 0;
  const onRetry = (attempt: number, of: number): void => void log.push(`retry ${String(attempt)} of ${String(of)}`);
  const wait = (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    return Promise.resolve();
  };
  const create = (draft: UserDraft): Promise<string> => {
    const answer = answers[Math.min(sent.length, answers.length - 1)] ?? 'created';
    sent.push(draft);
    log.push('create');
    return answer === 'created' ? Promise.resolve(NEW_USER_ID) : rejectionOf(answer);
  };
  const findUser = (): Promise<Fact<ExistingUser | null>> => {
    const found = shown[Math.min(looks, shown.length - 1)] ?? 'none';
    looks++;
    log.push('look up');
    switch (found) {
      case 'none':
        return Promise.resolve(known(null));
      case 'own':
      case 'other':
      case 'older':
      case 'renamed':
      case 'unread':
        return Promise.resolve(known(USERS[found]));
      case 'hidden':
        return Promise.resolve(unknown('noAccess'));
      case 'broken':
        return Promise.reject(new TypeError('Failed to fetch'));
      case 'never':
        return new Promise(() => undefined);
    }
  };
  const now = (): number => NOW;
  const creation = { draft: readyDraft, create, findUser, senderId: SENDER_ID, earlier: null, onRetry, wait, now };
  const run = (isOpen = false, mayBeHidden = false) =>
    createOnce({ ...creation, earlier: isOpen ? earlier : null, mayBeHidden });
  const runWith = (changes: Partial<Parameters<typeof createOnce>[0]>) => createOnce({ ...creation, ...changes });
  /** Waits between attempts; longer waits are timeouts. */
  const pauses = (): readonly number[] => waits.filter((milliseconds) => milliseconds < 10_000);
  return { run, runWith, sent, log, waits, pauses };
}

/** ESLint allows only an Error in `Promise.reject`, so the fields of the org's rejection are added to one. */
function rejectionOf(answer: Exclude<Answer, 'created'>): Promise<never> {
  if (answer === 'never') {
    return new Promise(() => undefined);
  }
  if (answer === 'lost') {
    return Promise.reject(new TypeError('Failed to fetch'));
  }
  const { status, errorCode } = answer;
  return Promise.reject(Object.assign(new Error(), { status, body: [{ errorCode, message: 'In the org’s words.' }] }));
}

describe('createOnce', () => {
  it.each([
    ['created', 'created', 'own', { kind: 'created' }],
    ['created, though the user can’t be read back', 'created', 'hidden', { kind: 'created' }],
    ['created, though reading back fails', 'created', 'broken', { kind: 'created' }],
    ['created, though reading back never ends', 'created', 'never', { kind: 'created' }],
    [
      'found, after an answer that was lost on its way back',
      'lost',
      'own',
      { kind: 'found', failure: { code: 'noAnswer', status: null } }
    ],
    ['found, after an answer that didn’t come in time', 'never', 'own', { kind: 'found' }],
    [
      'found, after a server error, which it tells',
      serverError,
      'own',
      { kind: 'found', failure: { code: 'serverDown', status: 500 } }
    ],
    ['found, after a create that is answered with 404', notFound, 'own', { kind: 'found' }],
    ['already, when Salesforce says that there is one', userExists, 'own', { kind: 'already' }],
    ['already, after a clear refusal of any kind', noRight, 'own', { kind: 'already' }],
    ['already, when somebody else created the user meanwhile', 'lost', 'other', { kind: 'already' }],
    ['already, when the user was created long before', 'lost', 'older', { kind: 'already' }],
    ['already, when the user has another name', 'lost', 'renamed', { kind: 'already' }],
    ['unattributed, when it can’t be read who created the user', 'lost', 'unread', { kind: 'unattributed' }],
    [
      'already, when the browser sent the request twice and the second one is a duplicate',
      duplicateUsername,
      'own',
      { kind: 'already' }
    ],
    ['absent, after a request that was lost on its way out', 'lost', 'none', { kind: 'refused', lookUp: 'absent' }],
    ['absent, after a server error', serverError, 'none', { kind: 'refused', lookUp: 'absent' }],
    ['absent, after a create that is answered with 404', notFound, 'none', { kind: 'refused', lookUp: 'absent' }],
    ['open, when the look-up fails too', 'lost', 'broken', { kind: 'refused', lookUp: 'failed' }],
    ['open, when the look-up never ends either', 'never', 'never', { kind: 'refused', lookUp: 'failed' }],
    ['open, when users are hidden', 'lost', 'hidden', { kind: 'refused', lookUp: 'failed' }],
    ['refused, by a clear answer', duplicateUsername, 'none', { kind: 'refused', lookUp: 'none' }],
    [
      'refused, by a clear answer and a failed look-up',
      duplicateUsername,
      'broken',
      { kind: 'refused', lookUp: 'none' }
    ],
    ['refused, for a user that the org hides', userExists, 'none', { kind: 'refused', lookUp: 'none' }],
    ['refused, where waiting doesn’t help', dayLimit, 'none', { kind: 'refused', lookUp: 'none' }]
  ] as const)('ends as %s', async (_how, answer, shown, outcome) => {
    const { run, log, pauses } = org([answer], [shown]);
    await expect(run()).resolves.toMatchObject(outcome);
    expect(log).toEqual(['create', 'look up']);
    expect(pauses()).toEqual([]);
  });

  it.each([
    ['created, by the 404 after creating a hidden user', notFound, { kind: 'created' }],
    ['open, without an answer', 'lost', { kind: 'refused', lookUp: 'failed' }],
    ['refused, by a clear answer', noRight, { kind: 'refused', lookUp: 'none' }]
  ] as const)('ends as %s, if the org may hide the user', async (_how, answer, outcome) => {
    const { run, log } = org([answer], ['hidden']);
    await expect(run(false, true)).resolves.toMatchObject(outcome);
    expect(log).toEqual(['create', 'look up']);
  });

  it.each([
    ['created', false, 'created', 'none', { userId: NEW_USER_ID }],
    ['found', false, 'lost', 'own', { user: ownUser }],
    ['created, though the org hides it from the running user', true, notFound, 'hidden', { userId: null }],
    ['created, and read back after an answer of 404', true, notFound, 'own', { userId: ownUser.id }]
  ] as const)('returns the user that was %s', async (_how, mayBeHidden, answer, shown, carried) => {
    await expect(org([answer], [shown]).run(false, mayBeHidden)).resolves.toMatchObject(carried);
  });

  it('counts a request as unanswered after sixty seconds', async () => {
    const { run, waits } = org(['never'], ['none']);
    await expect(run()).resolves.toMatchObject({
      kind: 'refused',
      failure: { code: 'noAnswer', details: 'TimeoutError: 60000 ms' }
    });
    expect(waits).toEqual([60_000, 20_000]);
  });

  describe('while an earlier attempt may have created a user', () => {
    it.each([
      ['finds the user and sends nothing', [], ['own'], { kind: 'found' }, ['look up']],
      [
        'sends when there is no user',
        ['created'],
        ['none', 'own'],
        { kind: 'created' },
        ['look up', 'create', 'look up']
      ],
      [
        'sends if users are hidden, because Salesforce allows only one user per contact',
        [userExists],
        ['hidden', 'hidden'],
        { kind: 'refused', failure: { code: 'userExists' } },
        ['look up', 'create', 'look up']
      ],
      [
        'finds that somebody else created the user, and sends nothing',
        [],
        ['other'],
        { kind: 'already', user: USERS.other },
        ['look up']
      ],
      [
        'looks up again after a refusal',
        [duplicateUsername],
        ['none', 'own'],
        { kind: 'found', failure: earlier.failure },
        ['look up', 'create', 'look up']
      ],
      [
        'says that a user may exist if the look-up after a refusal fails',
        [duplicateUsername],
        ['none', 'broken'],
        { kind: 'refused', lookUp: 'failed', failure: { code: 'duplicateUsername' } },
        ['look up', 'create', 'look up']
      ]
    ] as const)('%s', async (_what, answers, shown, outcome, steps) => {
      const { run, log } = org(answers, shown);
      await expect(run(true)).resolves.toMatchObject(outcome);
      expect(log).toEqual(steps);
    });

    it.each(['broken', 'never'] as const)('sends nothing when the look-up is %s', async (shown) => {
      const { run, sent } = org(['created'], [shown]);
      await expect(run(true)).resolves.toMatchObject({
        kind: 'refused',
        draft: readyDraft,
        lookUp: 'failed',
        failure: { code: 'lookUpFailed', field: null, message: '' }
      });
      expect(sent).toEqual([]);
    });
  });

  describe('if somebody else may have created a user meanwhile', () => {
    it.each([
      ['finds that user and sends nothing', 'other', { kind: 'already', user: USERS.other }, ['look up']],
      ['takes no user for its own, as it has sent nothing', 'own', { kind: 'already' }, ['look up']],
      ['sends when there is none', 'none', { kind: 'created' }, ['look up', 'create', 'look up']],
      ['sends when the look-up fails', 'broken', { kind: 'created' }, ['look up', 'create', 'look up']]
    ] as const)('%s', async (_what, shown, outcome, steps) => {
      const { runWith, log } = org(['created'], [shown]);
      await expect(runWith({ looksFirst: true })).resolves.toMatchObject(outcome);
      expect(log).toEqual(steps);
    });
  });

  it.each([
    ['other', { kind: 'already' }],
    ['unread', { kind: 'unattributed' }],
    ['own', { kind: 'created', userId: ownUser.id }]
  ] as const)(
    'believes the 404 after a hidden creation only if the user found is its own: %s',
    async (shown, outcome) => {
      await expect(org([notFound], [shown]).run(false, true)).resolves.toMatchObject(outcome);
    }
  );

  it('asks again when a look-up was interrupted, and waits until it can', async () => {
    const { runWith } = org(['lost'], ['none']);
    const answers = ['interrupted', known(ownUser)] as const;
    let [asked, waited] = [0, 0];
    const findUser = () => Promise.resolve(answers[asked++] ?? known(null));
    const whenAskable = () => Promise.resolve(void (waited += 1));
    await expect(runWith({ findUser, whenAskable })).resolves.toMatchObject({ kind: 'found' });
    expect([asked, waited]).toEqual([2, 2]);
  });

  it.each([
    ['an unclear one', 'lost', { since: NOW, usernames: [readyDraft.username] }],
    ['no clear one', noRight, null]
  ] as const)('hands %s on to the next attempt', async (_what, answer, open) => {
    await expect(org([answer], ['none']).run()).resolves.toMatchObject({ kind: 'refused', open });
  });

  it('knows its user by the name of an earlier request, although the next one has another', async () => {
    const { runWith } = org([], ['own']);
    const draft = { ...readyDraft, username: 'typed@later.example' };
    await expect(runWith({ draft, earlier })).resolves.toMatchObject({ kind: 'found' });
  });

  it('leaves open who created a hidden user, if an earlier request had no answer', async () => {
    const { runWith } = org([userExists], ['hidden']);
    await expect(runWith({ earlier })).resolves.toMatchObject({
      kind: 'refused',
      failure: { code: 'userExists' },
      lookUp: 'none',
      open: earlier
    });
  });

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
