import { sentenceForFailure, sentenceForRetry } from 'c/externalUserLabels';
import { FAILURE_CODES, FAILURES, failureNames } from '../../../../../test/cases/failures.ts';

describe('sentenceForFailure', () => {
  it.each(FAILURE_CODES)('says what happened and what to do for %s', (code) => {
    expect(sentenceForFailure({ code }, failureNames)).toBe(FAILURES[code].sentence);
  });

  it.each(FAILURE_CODES)('gives a complete sentence for %s if no name is known', (code) => {
    for (const sentence of [sentenceForFailure({ code }), sentenceForFailure({ code }, { owner: '', account: '' })]) {
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(sentence).not.toMatch(/\{\d+\}| {2}| [.,;:]/);
    }
  });

  it('doesn’t change a name', () => {
    const sentence = sentenceForFailure({ code: 'encryptedContact' }, { contact: '{1} $& $1' });
    expect(sentence).toContain('The contact {1} $& $1 has encrypted fields.');
  });
});

describe('sentenceForRetry', () => {
  it.each([
    ['locked', 'Another change holds the account Northwind Ångström AB at this moment. Trying again, 2 of 4.'],
    ['busy', 'Salesforce gets too many requests at this moment. Trying again, 2 of 4.'],
    ['serverDown', 'Salesforce couldn’t finish the request. Trying again, 2 of 4.']
  ] as const)('says after %s that the action retries by itself', (code, sentence) => {
    expect(sentenceForRetry({ code }, failureNames, 2, 4)).toBe(sentence);
  });
});
