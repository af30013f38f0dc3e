import { codesOf, createDeviationCounts } from './deviations.ts';

const shortened = { code: 'shortened', sentence: 'The alias is shorter.' };
const fromEmail = { code: 'usernameFromEmail', sentence: 'The username is the email.' };

it('A cell has the codes of all deviations of a row.', () => {
  expect(codesOf([shortened, fromEmail])).toBe('shortened;usernameFromEmail');
});

it('The most frequent deviation comes first, with the sentence of its first row.', () => {
  const counts = createDeviationCounts();
  counts.add([shortened]);
  counts.add([fromEmail]);
  counts.add([{ ...fromEmail, sentence: 'A later one.' }]);
  expect(counts.all()).toEqual([
    { code: 'usernameFromEmail', rows: 2, example: fromEmail.sentence },
    { code: 'shortened', rows: 1, example: shortened.sentence }
  ]);
});
