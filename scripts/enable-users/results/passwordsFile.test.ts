import { passwordsVerdict } from './passwordsFile.ts';

const none = { reset: 0, refused: 0, unclear: 0, left: 0 };

describe('the verdict on a wave of links', () => {
  it.each([
    ['all got one', false, { ...none, reset: 40 }, 'Finished: 40 of 40 users got a link.'],
    ['some are for a later wave', false, { ...none, reset: 2, left: 38 }, '2 of 40 users got a link so far.'],
    ['the org refused one', false, { ...none, reset: 1, refused: 1 }, '1 of 2 users got a link so far.'],
    ['it was stopped', true, { ...none, reset: 1, unclear: 1 }, 'Stopped before the end: 1 of 2 users got a link.']
  ])('counts who got one where %s', (_title, isStopped, counts, verdict) => {
    expect(passwordsVerdict(isStopped, counts)).toBe(verdict);
  });
});
