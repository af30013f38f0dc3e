import { nextSentences } from './nextSentences.ts';

const calls = {
  callTo: (command: string, options: readonly string[] = []) => [command, ...options].join(' '),
  callToPlan: (file: string) => `plan --file ${file}`
};

describe('what comes next after a finished run', () => {
  it('is nothing where every row is done', () => {
    expect(nextSentences(calls, [{ outcome: 'created', rows: 3, path: 'created.csv' }])).toEqual([]);
  });

  it('is to correct and plan again what was blocked and what failed, by a command without a full stop', () => {
    expect(
      nextSentences(calls, [
        { outcome: 'created', rows: 3, path: 'runs/created.csv' },
        { outcome: 'blocked', rows: 1, path: 'runs/blocked.csv' },
        { outcome: 'failed', rows: 2, path: 'runs/failed.csv' }
      ])
    ).toEqual([
      expect.stringContaining('blocked.csv says what to correct'),
      'plan --file runs/blocked.csv',
      expect.stringContaining('failed.csv says what to correct'),
      'plan --file runs/failed.csv'
    ]);
  });

  it('is a higher limit where a limit left rows', () => {
    expect(
      nextSentences(calls, [
        { outcome: 'created', rows: 5, path: 'created.csv' },
        { outcome: 'unprocessed', rows: 4, path: 'unprocessed.csv' }
      ])
    ).toEqual([expect.stringMatching(/^Next: 4 rows wait behind the limit/u), 'resume --limit 9']);
  });
});
