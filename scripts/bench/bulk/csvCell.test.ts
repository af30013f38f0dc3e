import { csvCell } from './csvCell.ts';

describe('a cell', () => {
  it.each([
    ['as it is', 'Łukasz', 'Łukasz'],
    ['in quotes with a comma', 'Acme, Inc.', '"Acme, Inc."'],
    ['in quotes with a quote', 'a "b"', '"a ""b"""'],
    ['in quotes with a line break', 'a\nb', '"a\nb"']
  ])('stands %s', (_title, text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });
});
