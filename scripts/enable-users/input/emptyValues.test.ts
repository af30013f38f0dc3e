import { isUnclearValue, spreadsheetFault, valueOfCell } from './emptyValues.ts';

describe('a cell', () => {
  it.each([
    '',
    ' \t',
    'NULL',
    'null',
    '\\N',
    'N/A',
    ' n/a ',
    'NaN',
    'nan',
    'nil',
    'undefined',
    '-',
    '--',
    '–',
    '—',
    '(null)',
    '[NULL]',
    '<NA>',
    '(none)',
    '(blank)',
    '(Blanks)',
    '(empty)'
  ])('with “%s” has no value', (cell) => {
    expect(valueOfCell(cell)).toBe('');
  });

  it.each(['Null', 'NA', 'Na', 'Nil', 'Nan', '0', 'false', 'n/a Ltd', '-5', '(null) and void', 'Blank', 'NULLs'])(
    'with “%s” has this value',
    (cell) => {
      expect(valueOfCell(cell)).toBe(cell);
    }
  );

  it.each(['None', 'none', 'NONE', '--None--', '-- None --', '- none', '?', '??'])(
    'with “%s” leaves open whether it has a value',
    (cell) => {
      expect(isUnclearValue(cell)).toBe(true);
    }
  );

  it.each(['None Ltd', 'Nonet', 'a?', '--', 'nonemployee', ''])('with “%s” leaves nothing open', (cell) => {
    expect(isUnclearValue(cell)).toBe(false);
  });
});

/** The error values of Excel in its languages, of Google Sheets and of LibreOffice. */
const FORMULA_ERRORS = [
  ...['#N/A', '#n/a', '#REF!', '#NAME?', '#VALUE!', '#DIV/0!', '#NUM!', '#NULL!', '#SPILL!', '#CALC!', '#BLOCKED!'],
  ...['#GETTING_DATA', '#ERROR!', 'Err:502', 'Err:508', '#NV', '#BEZUG!', '#WERT!', '#ZAHL!', '#NOM?', '#VALEUR!'],
  ...['#¡REF!', '#¿NOMBRE?', '#¡DIV/0!', '#N/D', '#N/D!', '#RIF!', '#NB', '#N/B', '#VERW!', '#I/T', '#SAKNAS!'],
  ...['#PUUTTUU!', '#JAKO/0!', '#ADR!', '#Н/Д', '#ИМЯ?', '#ССЫЛКА!', '#YOK', '#BAŞV!', '#HIÁNYZIK', '#ÉRTÉK!'],
  ...['#NENÍ_K_DISPOZICI', '#NEDOSTUPNÝ', '#Δ/Υ', '#N/V']
];

describe('what a spreadsheet could not write', () => {
  it.each(FORMULA_ERRORS)('%s is the error of a formula', (cell) => {
    expect(spreadsheetFault(cell)).toBe('the error of a formula');
  });

  it.each([
    ['###', /column is too narrow/u],
    ['###############', /column is too narrow/u],
    ['Loading...', /no value yet/u],
    ['Loading…', /no value yet/u]
  ])('%s is told by its cause', (cell, words) => {
    expect(spreadsheetFault(cell)).toMatch(words);
  });

  it.each(['#1', '#42', '#ADA', '#Team', '#', '##', '#1!', '#ada!', 'N/A', 'Err: 502', 'Loading dock', 'C#', '#-1'])(
    '%s is a value',
    (cell) => {
      expect(spreadsheetFault(cell)).toBeNull();
    }
  );
});
