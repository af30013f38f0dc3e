import { countBetween, longestChain, type RequestSpan } from './requests.ts';

function spans(...times: readonly (readonly [start: number, end: number])[]): RequestSpan[] {
  return times.map(([start, end]) => ({ path: '/services/data', start, end }));
}

describe('the longest chain', () => {
  it.each([
    ['no request', spans(), 0],
    ['one request', spans([0, 10]), 1],
    ['requests at the same time', spans([0, 10], [1, 12], [2, 9]), 1],
    ['requests one after the other', spans([0, 10], [10, 20], [21, 30]), 3],
    ['two requests after the first', spans([0, 10], [11, 20], [12, 30]), 2],
    ['a chain beside a long request', spans([0, 100], [0, 10], [11, 20], [21, 30]), 3],
    ['a late request that overlaps all but the first', spans([0, 10], [5, 25], [12, 40]), 2],
    ['requests in any order', spans([21, 30], [0, 10], [11, 20]), 3]
  ])('is found among %s', (_title, requests, depth) => {
    expect(longestChain(requests)).toBe(depth);
  });
});

describe('the requests between two moments', () => {
  const requests = spans([0, 5], [10, 20], [12, 22], [21, 60], [50, 55]);

  it.each([
    ['exclude requests that started before or that are still open', 10, 30, { requests: 2, depth: 1 }],
    ['include a request that ends at the second moment', 10, 60, { requests: 4, depth: 2 }],
    ['can be an empty list', 30, 40, { requests: 0, depth: 0 }]
  ])('%s', (_title, from, to, count) => {
    expect(countBetween(requests, from, to)).toEqual(count);
  });
});
