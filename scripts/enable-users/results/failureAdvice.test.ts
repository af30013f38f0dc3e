import { adviceFor, CODES_WITH_ADVICE } from './failureAdvice.ts';

/** A type error names a code of the rules that has no advice; this walks all that there are. */
describe('the advice about a refused row', () => {
  it.each(CODES_WITH_ADVICE.flatMap((code) => (['enable', 'reactivate'] as const).map((planned) => [planned, code])))(
    'is there for a row to %s that fails with %s, as a whole sentence',
    (planned, code) => {
      expect(adviceFor(planned === 'enable' ? 'enable' : 'reactivate', code)).toMatch(/^[A-Z].{15,}\.$/u);
    }
  );

  it.each(CODES_WITH_ADVICE)('names no column of the input for a user who is there: %s', (code) => {
    expect(adviceFor('reactivate', code)).not.toMatch(/\bcolumn\b|RoleLevel|in the row/u);
  });

  it('is not repeated for rows whose plan says what to do, and not given for a row that is fine', () => {
    expect([adviceFor('blocked', 'ownerWithoutRole'), adviceFor('', 'tooLong'), adviceFor('enable', '')]).toEqual([
      '',
      '',
      ''
    ]);
  });
});
