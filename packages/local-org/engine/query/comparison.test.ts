import { createSchema } from '../schema/schema.ts';
import { satisfies, type Comparison } from './comparison.ts';
import type { FieldSchema } from '../schema/objectSchema.ts';

const schema = createSchema({ digitalExperiences: true, partnerAccounts: true, personAccounts: false });

function fieldNamed(objectName: string, fieldName: string): FieldSchema {
  const object = schema.object(objectName);
  const field = object === undefined ? undefined : schema.field(object, fieldName);
  if (field === undefined) throw new Error(`No ${objectName}.${fieldName}`);
  return field;
}

describe('a comparison', () => {
  const text = fieldNamed('Contact', 'LastName');
  const id = fieldNamed('Contact', 'AccountId');
  const created = fieldNamed('Contact', 'CreatedDate');
  const seats = fieldNamed('UserLicense', 'TotalLicenses');

  it.each<[string, FieldSchema, string | number | null, Comparison, string | number | null, boolean]>([
    ['ignores case', text, 'Ångström', 'eq', 'ångSTRÖM', true],
    ['finds empty fields with not equal', text, null, 'ne', 'x', true],
    ['treats an empty text as an empty field', text, null, 'eq', '', true],
    ['does not order empty fields', text, null, 'lt', 'x', false],
    ['reads % as any text', text, "O'Brien-100%", 'like', "o'b%", true],
    ['reads an escaped % as itself', text, '100% sure', 'like', '100\\% s%', true],
    ['reads an escaped _ as itself', text, 'axb', 'like', 'a\\_b', false],
    ['reads _ as one character, also beyond the BMP', text, 'a😀b', 'like', 'a_b', true],
    ['does not read text as a regular expression', text, 'axb', 'like', 'a.b', false],
    ['compares ids of 15 and 18 characters', id, '001000000000001AAA', 'eq', '001000000000001', true],
    ['compares ids case-sensitively', id, '00100000000000aAAA', 'eq', '00100000000000A', false],
    ['compares date-times as times', created, '2026-11-24T08:00:00.000+0000', 'eq', '2026-11-24T09:00:00+01:00', true],
    ['compares numbers as numbers', seats, 9, 'lt', 10, true]
  ])('%s', (_title, field, value, comparison, operand, expected) => {
    expect(satisfies(field, value, comparison, { kind: 'value', value: operand })).toBe(expected);
  });

  it.each<[string | null, Comparison, boolean]>([
    ['A;B;C', 'includes', true],
    ['A', 'includes', false],
    ['A;B', 'excludes', false],
    [null, 'excludes', true]
  ])('says for the selected values %s that %s ("A;C" or "B;A") is %s', (value, comparison, expected) => {
    expect(satisfies(text, value, comparison, { kind: 'values', values: ['A;C', 'B;A'] })).toBe(expected);
  });

  it.each<[Comparison, boolean, boolean, boolean]>([
    ['eq', false, true, false],
    ['ne', true, false, true],
    ['lt', true, false, false],
    ['lte', true, true, false],
    ['gt', false, false, true],
    ['gte', false, true, true]
  ])('%s with a day is true before, on and after it: %s, %s, %s', (comparison, before, on, after) => {
    const range = { start: Date.parse('2026-11-24T00:00:00Z'), end: Date.parse('2026-11-25T00:00:00Z') };
    const times = ['2026-11-23T23:59:59Z', '2026-11-24T12:00:00Z', '2026-11-25T00:00:00Z'];
    expect(times.map((time) => satisfies(created, time, comparison, { kind: 'range', range }))).toEqual([
      before,
      on,
      after
    ]);
  });
});
