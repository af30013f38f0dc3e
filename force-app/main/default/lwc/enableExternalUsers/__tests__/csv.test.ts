import { toCsv } from '../csv.ts';

describe('the file', () => {
  it.each([
    ['a formula', '=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['a plus', '+1', "'+1"],
    ['a minus', '-1', "'-1"],
    ['an at sign', '@SUM(A1)', "'@SUM(A1)"],
    ['a tab', '\tx', `"'\tx"`],
    ['a formula after a semicolon', 'Eve;=1+1', `"Eve;'=1+1"`],
    ['a formula after a tab', 'Eve\t@SUM(A1)', `"Eve\t'@SUM(A1)"`],
    ['a formula after a line break', 'Eve\n-1', `"Eve\n'-1"`],
    ['a formula in quotes', 'Eve;"=1+1"', `"Eve;""'=1+1"""`],
    ['a semicolon', 'Dubois; Amélie', '"Dubois; Amélie"'],
    ['a comma', 'Dubois, Amélie', '"Dubois, Amélie"'],
    ['a line break', 'one\ntwo', '"one\ntwo"'],
    ['blanks at the ends', ' x ', '" x "'],
    ['plain words', 'Amélie Dubois', 'Amélie Dubois']
  ])('writes %s so that a spreadsheet reads it as text', (_what, cell, written) => {
    expect(toCsv([[cell, 'next']])).toBe(`\ufeff${written},next\r\n`);
  });
});
