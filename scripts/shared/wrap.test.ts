import { wrap } from './wrap.ts';

describe('lines of a text', () => {
  it.each([
    ['one two three', 7, ['one two', 'three']],
    ['https://acme.example/long x', 8, ['https://acme.example/long', 'x']],
    ['', 8, ['']]
  ])('breaks %j at %d', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });
});
