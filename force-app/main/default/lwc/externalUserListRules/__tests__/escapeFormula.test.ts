import { escapeFormula, unescapeFormula } from 'c/externalUserListRules';

const CASES: readonly (readonly [what: string, cell: string, escaped: string])[] = [
  ['a name', 'Ann Field', 'Ann Field'],
  ['an email', 'ann@acme.example', 'ann@acme.example'],
  ['an equals sign', '=1+1', "'=1+1"],
  ['a plus', '+1 555', "'+1 555"],
  ['a minus', '-1', "'-1"],
  ['an at sign', '@SUM(A1)', "'@SUM(A1)"],
  ['a tab', '\t=1', "'\t'=1"],
  ['a carriage return', '\r=1', "'\r'=1"],
  ['blanks, which some spreadsheets leave out', ' \u00A0=1', " \u00A0'=1"],
  ['a formula behind a semicolon', 'a;=1', "a;'=1"],
  ['a formula behind a tab', 'a\t@b', "a\t'@b"],
  ['a formula behind a line break', 'a\r\n-1', "a\r\n'-1"],
  ['a formula in quotes behind a semicolon', 'a;"=1"', `a;"'=1"`],
  ['several formulas', '=a;+b;c', "'=a;'+b;c"],
  ['permission sets', 'Sales;Support', 'Sales;Support'],
  ['an apostrophe that was there before', "'=1", "''=1"],
  ['an apostrophe in a name', "O'Hara", "O'Hara"]
];

describe('a cell of a CSV file', () => {
  it.each(CASES)('is no formula in any locale: %s', (_what, cell, escaped) => {
    expect(escapeFormula(cell)).toBe(escaped);
    expect(unescapeFormula(escaped)).toBe(cell);
  });
});
