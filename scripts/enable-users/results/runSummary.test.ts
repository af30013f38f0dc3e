import { exitCodeOf } from './exitCode.ts';
import { summaryLines, type RunSummary } from './runSummary.ts';
import { refusedFor } from '../transports/orgAnswer.ts';
import { stopSentence } from './stopSentence.ts';

const none = { created: 0, already: 0, reactivated: 0, skipped: 0, blocked: 0, failed: 0, unclear: 0, unprocessed: 0 };

describe('the exit code', () => {
  it.each<[number, string, Partial<RunSummary>, boolean?]>([
    [
      0,
      'every row is created, already enabled or skipped',
      { counts: { ...none, created: 2, already: 1, skipped: 1 } }
    ],
    [68, 'some rows failed', { counts: { ...none, created: 2, failed: 1 } }],
    [68, 'some rows are blocked', { counts: { ...none, created: 2, blocked: 1 } }],
    [68, 'it is unclear of some rows whether they have a user', { counts: { ...none, created: 2, unclear: 1 } }],
    [68, 'it is unclear of all rows', { counts: { ...none, unclear: 2 } }],
    [68, 'some rows were not sent', { counts: { ...none, created: 2, unprocessed: 1 } }],
    [68, 'a permission set was refused', { counts: { ...none, created: 2 }, withoutPermissionSet: 1 }],
    [1, 'all rows failed', { counts: { ...none, failed: 3 } }],
    [1, 'all rows are blocked', { counts: { ...none, blocked: 3 } }],
    [1, 'the run was stopped', { state: 'stopped', counts: { ...none, created: 3 } }],
    [68, 'the wait for jobs is over', { state: 'waiting', counts: { ...none, unprocessed: 3 } }],
    [0, 'the command was told not to wait', { state: 'waiting', counts: { ...none, unprocessed: 3 } }, true]
  ])('is %i where %s', (code, _case, summary, isAsync = false) => {
    const whole = { state: 'finished' as const, counts: none, withoutPermissionSet: 0, ...summary };
    expect(exitCodeOf(whole, isAsync)).toBe(code);
  });
});

describe('the sentence of a run that stopped', () => {
  it.each([
    [
      'sessionExpired' as const,
      '',
      /session of local has ended\. Log in again: npx sf org login web --alias local\nNothing is sent twice\. Then go on: RESUME$/u
    ],
    ['noAnswer' as const, 'fetch failed', /local can’t be reached \(fetch failed\)\. Check the network/u],
    [
      'busy' as const,
      'TotalRequests Limit exceeded.',
      /takes no more requests for now \(TotalRequests Limit exceeded\)/u
    ],
    ['noAccess' as const, 'API is disabled', /local refuses: API is disabled\. Ask an admin/u],
    [
      'unexpected' as const,
      'No such column',
      /local refuses: No such column\. Nothing is sent twice\. Then go on: RESUME/u
    ]
  ])('says for %s why it stopped and how it goes on', (code, message, sentence) => {
    const failure = { code, message, field: null, details: '', status: null };
    expect(stopSentence(refusedFor(failure), 'local', 'RESUME')).toMatch(sentence);
  });
});

it('prints the file of each outcome that has rows, and what to do next', () => {
  const lines = summaryLines({
    state: 'finished',
    runFolder: 'runs/1',
    rows: 3,
    counts: { ...none, created: 2, failed: 1 },
    withoutPermissionSet: 0,
    jobIds: [],
    notes: [{ code: 'partnerAccountRefused', accountId: '001A', sentence: 'Account 001A is no partner account.' }],
    deviations: [{ code: 'notApplied', rows: 1, example: 'Profile is not applied.' }],
    files: [{ outcome: 'created', rows: 2, path: 'runs/1/created.csv' }],
    apiCalls: 4,
    message: 'Next.'
  });
  expect(lines).toEqual([
    'Finished, except for 1 row.',
    '  created             2  runs/1/created.csv',
    '  failed              1',
    'Worth a look (column Deviation)',
    '  notApplied                      1  Profile is not applied.',
    'Account 001A is no partner account.',
    'Next.'
  ]);
});
