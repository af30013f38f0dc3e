import { known } from 'sf-cli/answer';
import { listAt, textAt } from 'sf-cli/json';
import { contactId, createPlannedRun, planRow, SENDER, type PlannedRun } from '../testing/plannedRun.ts';
import { createTestClock } from '../testing/testClock.ts';
import { refusal, type OrgAnswer } from '../transports/orgAnswer.ts';
import type { WriteApi } from '../transports/writeApi.ts';
import { sendCollections } from './sendCollections.ts';

const LOST = refusal('SERVER_UNAVAILABLE', 'away', 503);
const ENDED = refusal('INVALID_SESSION_ID', 'ended', 401);
const MALFORMED = refusal('JSON_PARSER_ERROR', 'malformed', 400);

const ok = (row: number) => ({ success: true, id: `005${String(row).padStart(12, '0')}AAA`, errors: [] });
const no = (statusCode: string, message = 'x') => ({ success: false, errors: [{ statusCode, message, fields: [] }] });

let planned: PlannedRun;

afterEach(() => {
  planned.remove();
});

/** Rows that are sent; `answer` says what the org answers to the records of a request, by its number. */
function start(
  rows: number,
  answer: (usernames: readonly string[], request: number) => OrgAnswer<unknown>,
  holders: OrgAnswer<readonly unknown[]> = known([])
) {
  planned = createPlannedRun(Array.from({ length: rows }, (_, index) => planRow(index + 1)));
  const sizes: number[] = [];
  let queries = 0;
  const api: WriteApi = {
    send: (_method, _path, body) => {
      const usernames = listAt(body, 'records').map((record) => textAt(record, 'Username'));
      sizes.push(usernames.length);
      return Promise.resolve(answer(usernames, sizes.length));
    },
    upload: () => Promise.reject(new Error('no upload')),
    download: () => Promise.reject(new Error('no download')),
    query: () => {
      queries += 1;
      return Promise.resolve(holders);
    }
  };
  const clock = createTestClock();
  const context = planned.open(api, clock);
  const done: number[] = [];
  let times = 0;
  const run = {
    ...context,
    sender: {
      mayHideUsers: false,
      sendingNow: (longest: number) => ({ senderId: SENDER.id, earliest: ++times, latest: longest })
    },
    progress: { ...context.progress, done: (count: number) => void done.push(count) }
  };
  const { store } = run;
  return {
    send: (batchSize: number | null = null) =>
      sendCollections(run, 'users', store.pending.rows('users', null), batchSize),
    store,
    clock,
    sizes,
    done,
    queries: () => queries,
    outcomes: () =>
      [...store.outcomes.all()].map(({ row, outcome, message }) => [row, outcome, message].join(' ').trim())
  };
}

const allCreated = (usernames: readonly string[]) => known(usernames.map((_name, index) => ok(index + 1)));

it.each([
  [null, [200, 200, 1]],
  [150, [150, 150, 101]],
  [900, [200, 200, 1]]
])('Rows go out in requests of 200 at most, or of the batch size %s.', async (batchSize, sizes) => {
  const started = start(401, allCreated);
  expect(await started.send(batchSize)).toEqual(known(null));
  expect(started.sizes).toEqual(sizes);
  expect(started.done).toEqual([sizes[0], Number(sizes[0]) + Number(sizes[1]), 401]);
  expect(started.store.outcomes.counts()).toEqual({ created: 401 });
  expect([started.queries(), started.store.batches.unfinished()]).toEqual([0, []]);
});

it('Each row gets the outcome of its record, or another attempt.', async () => {
  const started = start(6, () =>
    known([
      ok(1),
      no('STRING_TOO_LONG', 'too long'),
      no('UNABLE_TO_LOCK_ROW', 'locked'),
      no('DUPLICATE_USERNAME', 'taken'),
      no('DUPLICATE_COMM_NICKNAME', 'taken'),
      no('PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT', 'portal user already exists')
    ])
  );
  await started.send();
  expect(started.outcomes()).toEqual([
    '1 created',
    '2 failed too long',
    '6 already The contact already has a user, which you can’t see. This run did not make it.'
  ]);
  expect(started.store.outcomes.get(1)).toMatchObject({ userId: ok(1).id, username: 'user1@acme.example' });
  const next = [...started.store.pending.rows('users', null)];
  expect(next.map(({ row, attempt, username, nickname }) => [row, attempt, username, nickname])).toEqual([
    [3, 2, 'user3@acme.example', 'user3'],
    // The names of rows 5 and 6 are theirs.
    [4, 2, 'user7@acme.example', 'user4'],
    [5, 2, 'user5@acme.example', 'user7']
  ]);
  expect(started.store.pending.isAnyTransient()).toBe(true);
});

it('A row that was refused without a text has the details of the answer.', async () => {
  const started = start(1, () => known([{ success: false, errors: [] }]));
  await started.send();
  expect(started.store.outcomes.get(1)).toMatchObject({ outcome: 'failed', userId: null, username: '', message: '[]' });
});

it('A request that the org refused as a whole leaves its rows as if they had not been sent, and stops the run.', async () => {
  const started = start(2, () => ENDED);
  expect(await started.send(1)).toEqual(ENDED);
  expect([started.sizes, started.outcomes(), started.queries(), started.done]).toEqual([[1], [], 0, []]);
  expect(started.store.batches.unfinished()).toEqual([]);
  expect(started.store.batches.openSends(1)).toEqual([]);
});

it('After a request without an answer the org is asked who holds the contacts, and the run waits longer each time.', async () => {
  const holder = {
    Id: ok(1).id,
    ContactId: contactId(1),
    Username: 'user1@acme.example',
    CreatedById: SENDER.id,
    CreatedDate: '1970-01-01T00:00:00.000+0000'
  };
  const started = start(6, () => LOST, known([holder]));
  expect(await started.send(1)).toEqual(known(null));
  expect(started.clock.slept).toEqual([5000, 5000, 5000, 8000, 16000, 30000]);
  expect(started.outcomes()).toEqual(['1 created']);
  expect([started.queries(), started.done]).toEqual([6, [1, 2, 3, 4, 5, 6]]);
  expect([started.store.batches.unfinished(), started.store.batches.openSends(2)]).toMatchObject([[], [{ from: 2 }]]);
});

it('A request that is answered in between begins the waits anew.', async () => {
  const started = start(6, (usernames, request) => (request === 5 ? allCreated(usernames) : LOST));
  await started.send(1);
  expect(started.clock.slept).toEqual([5000, 5000, 5000, 8000, 5000]);
});

it('A request that is malformed fails its rows, and the next one is sent.', async () => {
  const started = start(2, (usernames, request) => (request === 1 ? MALFORMED : allCreated(usernames)));
  expect(await started.send(1)).toEqual(known(null));
  expect(started.outcomes()).toEqual(['1 failed malformed', '2 created']);
  expect(started.store.batches.openSends(1)).toEqual([]);
});

it('A request to an address that is not there leaves its rows for another attempt.', async () => {
  const started = start(1, () => refusal('NOT_FOUND', 'x', 404));
  await started.send();
  expect([started.outcomes(), started.store.pending.count(null)]).toEqual([[], 1]);
});

it('A request that is malformed fails no row whose contact turns out to have a user.', async () => {
  const started = start(
    2,
    () => MALFORMED,
    known([{ Id: ok(9).id, ContactId: contactId(1), Username: 'h@x.example' }])
  );
  await started.send();
  expect(started.outcomes()).toEqual([
    '1 already The contact already has a user, h@x.example, which this run did not make.',
    '2 failed malformed'
  ]);
});

it.each([
  ['an answer', allCreated, 0],
  ['no answer', () => LOST, 1]
] as const)('The run stops where the org does not name the holders after %s.', async (_case, answer, unfinished) => {
  const already = () => known([no('PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT')]);
  const started = start(2, unfinished === 1 ? answer : already, ENDED);
  expect(await started.send(1)).toEqual(ENDED);
  expect([started.sizes.length, started.store.batches.unfinished().length]).toEqual([1, 1]);
});

it('A request that is repeated after a refusal of all of it counts from its last time.', async () => {
  const busy = refusal('REQUEST_LIMIT_EXCEEDED', 'busy', 403);
  const started = start(1, (_usernames, request) => (request < 3 ? busy : LOST));
  await started.send();
  expect(started.sizes).toEqual([1, 1, 1]);
  expect(started.store.batches.openSends(1)).toMatchObject([{ from: 3 }]);
});

it('A row that the org refused for a while was answered: given up, it failed, and is not unclear.', async () => {
  const started = start(1, () => known([no('UNABLE_TO_LOCK_ROW', 'locked')]));
  await started.send();
  started.store.pending.giveUp(null, 'Users may be hidden.');
  expect(started.outcomes()).toEqual(['1 failed locked']);
});

it('A row without an answer that is given up says that nobody knows what became of it.', async () => {
  const started = start(1, () => LOST);
  await started.send();
  started.store.pending.giveUp(null, null);
  expect(started.outcomes()).toEqual([
    '1 unprocessed The org did not say what became of this row, and holds no user for the contact. Resume the run.'
  ]);
});
