import { contradictionIn } from './enableMany.ts';

const summary = (counts: Readonly<Record<string, number>>) => ({ counts });
const users = (count: number): string[] => Array.from({ length: count }, (_none, index) => `003${String(index)}`);

describe('a run of many contacts', () => {
  it.each([
    ['whose rows all have a user', { created: 10, blocked: 0 }, users(10), null],
    ['with rows for which no seat is left', { created: 6, blocked: 4 }, users(6), null],
    ['with users of an earlier run', { created: 6, already: 4 }, users(10), null],
    ['that forgets a row', { created: 9 }, users(9), /10 rows went in, and the run accounts for 9/u],
    ['with a contact that has two users', { created: 10 }, [...users(9), '0030'], /two users/u],
    ['that says more than the org has', { created: 10 }, users(9), /10 contacts have a user, and the org has 9/u],
    ['with rows that were refused', { created: 9, failed: 1 }, users(9), /1 rows ended as failed/u]
  ])('%s', (_title, counts, contacts, problem) => {
    const found = contradictionIn(summary(counts), 10, contacts);
    if (problem === null) expect(found).toBeNull();
    else expect(found).toMatch(problem);
  });
});
