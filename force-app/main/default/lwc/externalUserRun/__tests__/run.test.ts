import { known, unknown, type ExistingUser, type Failure, type UserDraft } from 'c/externalUserRules';
import { inactiveUser, readyDraft } from '../../../../../test/jest/facts.ts';
import { settled } from '../../../../../test/jest/screen.ts';
import { startRun, type Ending, type Task } from '../run.ts';

type Answer = 'created' | 'lost' | { readonly status: number; readonly errorCode: string };

const locked = { status: 400, errorCode: 'UNABLE_TO_LOCK_ROW' };
const tooMany = { status: 429, errorCode: 'REQUEST_LIMIT_EXCEEDED' };
const dayLimit = { status: 403, errorCode: 'REQUEST_LIMIT_EXCEEDED' };
const noSeat = { status: 400, errorCode: 'LICENSE_LIMIT_EXCEEDED' };
const noRight = { status: 400, errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY' };
const userExists = { status: 400, errorCode: 'PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT' };
const duplicateUsername = { status: 400, errorCode: 'DUPLICATE_USERNAME' };
const duplicateNickname = { status: 400, errorCode: 'DUPLICATE_COMM_NICKNAME' };

const SENDER_ID = '005000010000001AAA';

interface Orders {
  /** Answers by contact, one after the other; any other request succeeds. */
  readonly answers?: Readonly<Record<string, readonly Answer[]>>;
  /** The user that a look-up of the contact finds; `broken` stands for no answer. */
  readonly holders?: Readonly<Record<string, ExistingUser | 'broken' | 'hidden'>>;
  readonly isRoleBased?: boolean;
  /** Requests wait for `finish`. */
  readonly isHeld?: boolean;
}

function task(contactId: string, accountId = ''): Task {
  const username = `${contactId}@acme.example`;
  return { contactId, accountId, draft: { ...readyDraft, username, nickname: contactId }, earlier: null };
}

function tasksOf(text: string): readonly Task[] {
  return Array.from(text, (name) => task(name));
}

/** A run against an org in which no time passes. */
function start(
  tasks: readonly Task[],
  { answers = {}, holders = {}, isRoleBased = false, isHeld = false }: Orders = {}
) {
  const sent: { readonly contactId: string; readonly draft: UserDraft }[] = [];
  const endings: Record<string, Ending> = {};
  const holds: Failure[] = [];
  const log: string[] = [];
  const waiting: (() => void)[] = [];
  let inFlight = 0;
  let most = 0;
  const answer = (contactId: string, draft: UserDraft): Promise<string> => {
    const given = answers[contactId]?.[sent.filter((one) => one.contactId === contactId).length] ?? 'created';
    sent.push({ contactId, draft });
    log.push(contactId);
    if (given === 'created') {
      return Promise.resolve(`user of ${contactId}`);
    }
    if (given === 'lost') {
      return Promise.reject(new TypeError('Failed to fetch'));
    }
    const body = [{ errorCode: given.errorCode, message: 'In the org’s words.' }];
    return Promise.reject(Object.assign(new Error(), { status: given.status, body }));
  };
  const run = startRun({
    tasks,
    isRoleBased,
    mayBeHidden: false,
    senderId: SENDER_ID,
    create: async ({ contactId }, draft) => {
      if (isHeld) {
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
      return answer(contactId, draft);
    },
    findUser: (contactId) => {
      log.push(`look up ${contactId}`);
      const holder = holders[contactId];
      if (holder === 'broken') {
        return Promise.reject(new TypeError('Failed to fetch'));
      }
      return Promise.resolve(holder === 'hidden' ? unknown('noAccess') : known(holder ?? null));
    },
    nicknameAfter: (nickname) => `${nickname}2`,
    usernameAfter: (username) => `2${username}`,
    onStart: () => {
      most = Math.max(most, ++inFlight);
    },
    onEnd: ({ contactId }, ending) => {
      inFlight--;
      endings[contactId] = ending;
    },
    onHold: (failure) => {
      holds.push(failure);
    },
    // A limit of time never runs out here; a pause between attempts is over at once.
    wait: (milliseconds) => {
      return milliseconds >= 10_000 ? new Promise(() => undefined) : Promise.resolve();
    }
  });
  const outcomes = () => Object.fromEntries(Object.entries(endings).map(([id, { outcome }]) => [id, outcome]));
  const finish = async (): Promise<void> => {
    waiting.shift()?.();
    await settled();
  };
  return { run, sent, endings, holds, log, outcomes, finish, inFlight: () => inFlight, most: () => most };
}

const ours: ExistingUser = {
  ...inactiveUser,
  id: '005',
  username: 'A@acme.example',
  createdById: SENDER_ID,
  createdDate: new Date().toISOString()
};
/** The other browser gave the same username. */
const theirs: ExistingUser = { ...ours, createdById: '005000010000002AAA' };

describe('startRun', () => {
  it('sends each contact once, four at once at most', async () => {
    const tasks = tasksOf('ABCDEFGHIJ');
    const { run, sent, outcomes, most } = start(tasks);
    await run.ended;
    expect(sent.map(({ contactId }) => contactId).join('')).toBe('ABCDEFGHIJ');
    expect(Object.values(outcomes())).toEqual(tasks.map(() => 'created'));
    expect(most()).toBe(4);
  });

  it('sends no look-up after a success, since all users are read back together', async () => {
    const { run, log, endings } = start(tasksOf('AB'));
    await run.ended;
    expect(log).toEqual(['A', 'B']);
    expect(endings['A']).toMatchObject({ userId: 'user of A', failure: null });
  });

  it('sends role-based users account by account, one at a time within each', async () => {
    const tasks = ['A1', 'B1', 'A2', 'B2', 'A3'].map((id) => task(id, id.slice(0, 1)));
    const { run, finish, most, log, inFlight } = start(tasks, { isRoleBased: true, isHeld: true });
    await settled();
    expect(inFlight()).toBe(2);
    for (let count = 0; count < 5; count++) {
      await finish();
    }
    await run.ended;
    expect(most()).toBe(2);
    expect(log.filter((id) => id.startsWith('A'))).toEqual(['A1', 'A2', 'A3']);
    expect(log.filter((id) => id.startsWith('B'))).toEqual(['B1', 'B2']);
  });

  it.each<[string, Orders, string, number]>([
    ['a lost answer whose user is there', { answers: { A: ['lost'] }, holders: { A: ours } }, 'created', 1],
    [
      'a lost answer, and a user with another name',
      { answers: { A: ['lost'] }, holders: { A: inactiveUser } },
      'already',
      1
    ],
    [
      'a lost answer, and a user that somebody else created',
      { answers: { A: ['lost'] }, holders: { A: theirs } },
      'already',
      1
    ],
    [
      'a lost answer, and a user whose creator can’t be read',
      { answers: { A: ['lost'] }, holders: { A: { ...ours, createdById: null } } },
      'unclear',
      1
    ],
    [
      'a refusal of a second user with the same name',
      { answers: { A: [userExists] }, holders: { A: ours } },
      'already',
      1
    ],
    ['a lost answer without a user', { answers: { A: ['lost'] } }, 'failed', 1],
    ['a lost answer and no look-up', { answers: { A: ['lost'] }, holders: { A: 'broken' } }, 'unclear', 1],
    [
      'a contact that got a user meanwhile',
      { answers: { A: [userExists] }, holders: { A: inactiveUser } },
      'already',
      1
    ],
    ['such a user that can’t be seen', { answers: { A: [userExists] }, holders: { A: 'hidden' } }, 'already', 1],
    ['a lock that passes', { answers: { A: [locked, locked] } }, 'created', 3],
    ['a lock that stays', { answers: { A: [locked, locked, locked, locked, locked] } }, 'failed', 4],
    ['a refusal', { answers: { A: [noRight] } }, 'failed', 1],
    ['a nickname that is taken', { answers: { A: [duplicateNickname] } }, 'created', 2],
    ['a username that another org has', { answers: { A: [duplicateUsername, duplicateUsername] } }, 'created', 3]
  ])('ends %s', async (_what, orders, outcome, requests) => {
    const { run, sent, outcomes } = start(tasksOf('A'), orders);
    await run.ended;
    expect(outcomes()).toEqual({ A: outcome });
    expect(sent).toHaveLength(requests);
  });

  it('tries names that no other contact of the selection gets', async () => {
    const { run, endings } = start(tasksOf('A'), { answers: { A: [duplicateNickname, duplicateUsername] } });
    await run.ended;
    expect(endings['A']?.draft).toMatchObject({ nickname: 'A2', username: '2A@acme.example' });
  });

  it('continues after a contact that is refused', async () => {
    const { run, outcomes, holds } = start(tasksOf('ABC'), { answers: { B: [noRight] } });
    await run.ended;
    expect(outcomes()).toEqual({ A: 'created', B: 'failed', C: 'created' });
    expect(holds).toEqual([]);
  });

  it('sends fewer at once to a server that has too many requests', async () => {
    const tasks = tasksOf('ABCDEFGHIJ');
    const { run, outcomes, log } = start(tasks, { answers: { A: [tooMany], B: [tooMany] } });
    await run.ended;
    expect(Object.keys(outcomes())).toHaveLength(10);
    expect(log.filter((entry) => entry === 'A')).toHaveLength(2);
  });

  it.each([
    ['no seat is left', noSeat, 'licenseLimit'],
    ['no request is left', dayLimit, 'busy']
  ] as const)('pauses by itself where %s, and goes on when it is told to', async (_what, refusal, code) => {
    const { run, holds, sent, outcomes } = start(tasksOf('ABCDEFGHIJ'), { answers: { C: [refusal] } });
    await settled();
    expect(holds).toMatchObject([{ code }]);
    const before = sent.length;
    expect(before).toBeLessThan(10);
    await settled();
    expect(sent).toHaveLength(before);
    run.resume();
    await run.ended;
    expect(outcomes()).toMatchObject({ C: 'failed', J: 'created' });
    expect(Object.keys(outcomes())).toHaveLength(10);
  });

  it('doesn’t pause for a user whose creator can’t be read', async () => {
    const holders = { A: { ...ours, createdById: null } };
    const { run, holds, endings } = start(tasksOf('ABCDEF'), { answers: { A: ['lost'] }, holders });
    await run.ended;
    expect(holds).toEqual([]);
    expect(endings['A']).toMatchObject({ outcome: 'unclear', userId: '005', user: holders.A });
  });

  it('pauses by itself when it is not known whether a user was created', async () => {
    const { run, holds } = start(tasksOf('ABCDEFGHIJ'), { answers: { A: ['lost'] }, holders: { A: 'broken' } });
    await settled();
    expect(holds).toMatchObject([{ code: 'noAnswer' }]);
    run.stop();
    await run.ended;
  });

  it('sends nothing more while it is paused, and lets the requests in flight end', async () => {
    const { run, finish, sent, outcomes, inFlight } = start(tasksOf('ABCDEFGHIJ'), { isHeld: true });
    await settled();
    run.pause();
    for (let count = 0; count < 4; count++) {
      await finish();
    }
    expect(inFlight()).toBe(0);
    expect(sent).toHaveLength(4);
    expect(Object.values(outcomes())).toEqual(['created', 'created', 'created', 'created']);
    run.resume();
    await settled();
    for (let count = 0; count < 6; count++) {
      await finish();
    }
    await run.ended;
    expect(sent).toHaveLength(10);
  });

  it('ends by itself when it is paused with nothing left to send', async () => {
    const { run, finish, outcomes } = start(tasksOf('AB'), { isHeld: true, answers: { B: [noSeat] } });
    await settled();
    run.pause();
    await finish();
    await finish();
    await run.ended;
    expect(outcomes()).toEqual({ A: 'created', B: 'failed' });
  });

  it.each(['at once', 'while it is paused'])('lets the requests in flight end when it is stopped %s', async (when) => {
    const { run, finish, sent, outcomes } = start(tasksOf('ABCDEFGHIJ'), { isHeld: true });
    await settled();
    if (when !== 'at once') {
      run.pause();
    }
    run.stop();
    for (let count = 0; count < 4; count++) {
      await finish();
    }
    await run.ended;
    expect(sent).toHaveLength(4);
    expect(Object.keys(outcomes())).toEqual(['A', 'B', 'C', 'D']);
  });

  it('looks a user up first where an earlier run left it open', async () => {
    const earlier = { since: Date.now(), usernames: ['A@acme.example'] };
    const { run, log, outcomes } = start([{ ...task('A'), earlier }], { holders: { A: ours } });
    await run.ended;
    expect(log).toEqual(['look up A']);
    expect(outcomes()).toEqual({ A: 'created' });
  });
});
