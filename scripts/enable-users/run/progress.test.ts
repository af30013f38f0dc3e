import { createProgress, durationOf, progressOf } from './progress.ts';

describe('the line of progress', () => {
  function watch() {
    let now = 0;
    let written = '';
    const progress = createProgress({ write: (text) => (written += text) }, { now: () => now });
    return {
      progress,
      later: (milliseconds: number) => {
        now += milliseconds;
      },
      lines: () => written.split(/\r\u001b\[K|\n/u).filter((line) => line !== '')
    };
  }

  it('shows the step, the rows, the rate, the time left and the job, and is written at most ten times a second', () => {
    const { progress, later, lines } = watch();
    progress.stage('Creating users', 3000);
    progress.job('750A');
    later(10_000);
    progress.done(1000);
    progress.done(1001);
    later(10_000);
    progress.done(3000);
    progress.end();
    expect(lines()).toEqual([
      'Creating users: 1000 of 3000, 100 a second, 20 s left (job 750A)',
      'Creating users: 3000 of 3000, 150 a second (job 750A)',
      'Creating users: 3000 of 3000, 150 a second (job 750A)'
    ]);
  });

  it('leaves a note above it', () => {
    const { progress, lines } = watch();
    progress.note('Welcome mail is off.');
    expect(lines()).toEqual(['Welcome mail is off.']);
  });

  it('tells a program a note as an object in a line', () => {
    const lines: string[] = [];
    const progress = progressOf({ write: (text) => lines.push(text) }, true, { now: () => 0 });
    progress.note('Welcome mail is off.');
    expect(lines).toEqual(['{"event":"note","message":"Welcome mail is off."}\n']);
  });

  it.each([
    [0.2, '1 s'],
    [59, '59 s'],
    [61, '2 min'],
    [7500, '2 h 5 min']
  ])('shows %d seconds as %s', (seconds, text) => {
    expect(durationOf(seconds)).toBe(text);
  });
});
