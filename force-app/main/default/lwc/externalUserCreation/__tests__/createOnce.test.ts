import { known } from 'c/externalUserRules';
import { readyDraft } from '../../../../../test/jest/facts.ts';
import {
  duplicateUsername,
  userExists,
  dayLimit,
  serverError,
  notFound,
  noRight,
  NEW_USER_ID,
  NOW,
  ownUser,
  USERS,
  earlier,
  org
} from './scriptedOrg.ts';

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
});
