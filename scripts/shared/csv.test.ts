import { toCsvLine } from './csv.ts';

describe('a line of CSV', () => {
  it.each([
    ['as it is', 'Łukasz', 'Łukasz'],
    ['in quotes with a comma', 'Acme, Inc.', '"Acme, Inc."'],
    ['in quotes with a quote', 'a "b"', '"a ""b"""'],
    ['in quotes with a line break', 'a\nb', '"a\nb"'],
    ['in quotes with a blank at its end', 'Acme ', '"Acme "']
  ])('holds a cell %s', (_title, text, cell) => {
    expect(toCsvLine(['1', text])).toBe(`1,${cell}\n`);
  });
});
