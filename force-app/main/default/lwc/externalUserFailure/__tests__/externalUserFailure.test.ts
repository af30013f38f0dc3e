import { createElement } from 'lwc';
import FailurePanel from 'c/externalUserFailure';
import type { Failure } from 'c/externalUserRules';
import { screenOf, settled } from '../../../../../test/jest/screen.ts';

const ownerWithoutRole: Failure = {
  code: 'ownerWithoutRole',
  field: null,
  message: 'portal account owner must have a role',
  details: '{ "errorCode": "UNKNOWN_EXCEPTION" }',
  status: 400
};
const noAnswer: Failure = { code: 'noAnswer', field: null, message: '', details: 'TypeError: offline', status: null };
const withMarkup: Failure = { ...ownerWithoutRole, message: '<img src=x onerror=alert(1)>' };

async function show(properties: { failure: Failure; lookUp?: 'none' | 'absent' | 'failed'; heading?: string }) {
  const element = createElement('c-external-user-failure', { is: FailurePanel });
  Object.assign(element, properties);
  document.body.appendChild(element);
  await settled();
  return { element, screen: screenOf(element) };
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('the failure panel', () => {
  it('says at once what happened, what to do, what the org said and what support needs', async () => {
    const { element, screen } = await show({ failure: ownerWithoutRole });
    expect(screen.role('alert')).toEqual([
      [
        'The owner of the contact’s account has no role. Give the owner a role, then try again.',
        'Salesforce says: portal account owner must have a role',
        'Technical details { "errorCode": "UNKNOWN_EXCEPTION" }'
      ].join(' ')
    ]);
    await expect(element).toBeAccessible();
  });

  it('quotes nobody where the org said nothing', async () => {
    const { element, screen } = await show({ failure: noAnswer });
    expect(screen.text()).toContain('No answer came from Salesforce.');
    expect(screen.text()).not.toContain('Salesforce says');
    await expect(element).toBeAccessible();
  });

  it.each([
    ['absent', 'No user was created for this contact: that was looked up afterwards.'],
    ['failed', 'Whether a user was created is not known, since the look-up failed too.']
  ] as const)('tells of a look-up that ended as %s', async (lookUp, sentence) => {
    const { element, screen } = await show({ failure: noAnswer, lookUp });
    expect(screen.text()).toContain(sentence);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['the org’s words', ownerWithoutRole, 'Salesforce says: portal account owner must have a role'],
    ['its own where the org has none', noAnswer, 'No answer came from Salesforce.']
  ])('says under a heading of its own %s', async (_what, failure, words) => {
    const { element, screen } = await show({ failure, heading: 'The account was not changed.' });
    expect(screen.text()).toContain(`The account was not changed. ${words}`);
    await expect(element).toBeAccessible();
  });

  it('shows the org’s words as text, never as HTML', async () => {
    const { screen } = await show({ failure: withMarkup });
    expect(screen.text()).toContain('Salesforce says: <img src=x onerror=alert(1)>');
    expect(screen.find('img')).toHaveLength(0);
  });
});
