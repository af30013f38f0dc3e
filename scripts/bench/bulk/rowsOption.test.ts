import { rowsOption } from './rowsOption.ts';

describe('the sizes', () => {
  it.each([
    ['one', '2000', [2000]],
    ['several, in ascending order', '10000,1000', [1000, 10000]],
    ['one that is there twice, once', '5,5', [5]],
    ['the usual ones', rowsOption.usual, [1000, 10000, 100000]]
  ])('are read: %s', (_title, text, sizes) => {
    expect(rowsOption.read(text)).toEqual(sizes);
  });

  it.each(['', '0', '-1', '1.5', '1000, 2000', '1e3', '1000,', '1000001'])('are none in "%s"', (text) => {
    expect(rowsOption.read(text)).toBeNull();
  });
});
