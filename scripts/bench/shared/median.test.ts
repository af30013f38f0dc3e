import { median } from './median.ts';

describe('the median of', () => {
  it.each([
    ['one number', [7], 7],
    ['an odd number of them', [9, 1, 5], 5],
    ['an even number of them', [4, 1, 100, 2], 3]
  ])('%s is right', (_title, numbers, expected) => {
    expect(median(numbers)).toBe(expected);
  });
});
