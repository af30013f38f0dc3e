import { countBetween, longestChain, type RequestSpan } from './requests.ts';

function spans(...times: readonly (readonly [start: number, end: number])[]): RequestSpan[] {
  return times.map(([start, end]) => ({ path: '/services/data', start, end }));
}

describe('the longest chain of dependent requests', () => {
  it.each([
    ['none', spans(), 0],
    ['one', spans([0, 10]), 1],
    ['requests at the same time', spans([0, 10], [1, 12], [2, 9]), 1],
    ['one after the other', spans([0, 10], [10, 20], [21, 30]), 3],
    ['two that each need the first', spans([0, 10], [11, 20], [12, 30]), 2],
    ['a chain beside a long request', spans([0, 100], [0, 10], [11, 20], [21, 30]), 3],
    ['a late one that overlaps all but the first', spans([0, 10], [5, 25], [12, 40]), 2],
    ['requests that come in no order', spans([21, 30], [0, 10], [11, 20]), 3]
  ])('of %s', (_title, requests, depth) => {
    expect(longestChain(requests)).toBe(depth);
  });
});

describe('requests between two moments', () => {
  const requests = spans([0, 5], [10, 20], [12, 22], [21, 60], [50, 55]);

  it.each([
    ['leave out what started before and what is still under way', 10, 30, { requests: 2, depth: 1 }],
    ['take in what ends with the moment', 10, 60, { requests: 4, depth: 2 }],
    ['are none where nothing happened', 30, 40, { requests: 0, depth: 0 }]
  ])('%s', (_title, from, to, count) => {
    expect(countBetween(requests, from, to)).toEqual(count);
  });
});
