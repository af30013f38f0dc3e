import type { UserField } from '../facts/userFields.ts';
import { readFieldValue } from './userFieldValue.ts';

const field = (type: string, more: Partial<UserField> = {}): UserField => ({
  name: 'Field__c',
  type,
  length: 0,
  digits: 0,
  decimals: 0,
  isCreateable: true,
  values: null,
  ...more
});

const SIZES = new Map(['small', 'Large'].map((value) => [value.toLowerCase(), value]));

describe('the value of a field of the user', () => {
  it.each([
    ['a text', field('string', { length: 5 }), ' emp-1 ', 'emp-1'],
    ['a text with the letters of a number', field('string', { length: 5 }), '007', '007'],
    ['a text area of two lines', field('textarea', { length: 9 }), 'one\ntwo', 'one\ntwo'],
    ['true as Excel writes it', field('boolean'), 'TRUE', true],
    ['yes', field('boolean'), 'Yes', true],
    ['zero for false', field('boolean'), '0', false],
    ['a whole number', field('int', { digits: 8 }), '-12', -12],
    ['a number', field('double', { digits: 5, decimals: 2 }), '0123.45', 123.45],
    ['a date', field('date'), '2028-02-29', '2028-02-29'],
    ['a time', field('datetime'), '2026-11-30T14:00:00+01:00', '2026-11-30T14:00:00+01:00'],
    [
      'a time as Data Loader writes it',
      field('datetime'),
      '2026-11-30T14:00:00.000+0100',
      '2026-11-30T14:00:00.000+0100'
    ],
    ['an id in lower case', field('reference'), '003gk00000abcdaqav', '003gK00000AbCdAQAV'],
    ['a value of a restricted list', field('picklist', { values: SIZES }), 'LARGE', 'Large'],
    ['a value of an open list', field('picklist', { length: 40 }), 'Huge', 'Huge'],
    ['a word for no value that the list has', field('picklist', { values: new Map([['n/a', 'N/A']]) }), 'n/a', 'N/A'],
    ['several values', field('multipicklist', { values: SIZES }), 'large; Small;', 'Large;small'],
    ['an email', field('email', { length: 80 }), 'a@b.example', 'a@b.example']
  ])('may be %s', (_what, one, cell, value) => {
    expect(readFieldValue(one, cell)).toEqual({ kind: 'value', value });
  });

  it.each(['', '  ', 'NULL', 'n/a', '(blank)'])('is none where the cell is “%s”', (cell) => {
    expect(readFieldValue(field('boolean'), cell)).toEqual({ kind: 'none' });
  });

  it.each([
    ['a text that is too long', field('string', { length: 5 }), 'sixsix', /has 6 characters\. Use at most 5/u],
    ['a line break in a text', field('string'), 'a\nb', /“a\[U\+000A\]b” holds a line break/u],
    ['a bell in a text area', field('textarea'), 'a\u0007b', /not shown, \[U\+0007\]/u],
    ['a word for a flag', field('boolean'), 'perhaps', /neither true nor false/u],
    ['a decimal comma', field('double'), '1,5', /is no number.*point/u],
    ['a fraction of a whole number', field('int'), '1.5', /is no whole number/u],
    ['too many digits', field('double', { digits: 5, decimals: 2 }), '1234', /at most 3 digits/u],
    [
      'more decimals than the field has',
      field('double', { digits: 5, decimals: 2 }),
      '1.234',
      /has 3 decimals\. Use at most 2/u
    ],
    ['more digits than arrive', field('double', { digits: 18 }), '123456789012345678', /more than 15 digits/u],
    ['a day that is not there', field('date'), '2026-02-30', /is no date\. Write it as 2026-11-30/u],
    ['a date of another country', field('date'), '30.11.2026', /is no date/u],
    ['a time without a zone', field('datetime'), '2026-11-30T14:00:00', /is no time/u],
    ['an hour that is not there', field('datetime'), '2026-11-30T25:00:00Z', /is no time/u],
    ['a name for a record', field('reference'), 'Ada Lovelace', /is no id/u],
    [
      'a value that the list lacks',
      field('picklist', { values: SIZES }),
      'Huge',
      /no value of Field__c\. There are: “small”, “Large”/u
    ],
    [
      'one of several that the list lacks',
      field('multipicklist', { values: SIZES }),
      'small;Huge',
      /“Huge” is no value/u
    ],
    ['a text without an at sign', field('email'), 'nobody', /is no email address/u]
  ])('is never %s, and the sentence says what to write', (_what, one, cell, sentence) => {
    const read = readFieldValue(one, cell);
    expect(read.kind === 'refused' ? read.problem : read).toMatch(sentence);
  });
});
