import { createElement } from 'lwc';
import FailurePanel from 'c/externalUserFailure';
import type { ContactFacts, Failure, OrgFacts } from 'c/externalUserRules';
import { account, owner, readyContact, readyOrg } from '../../../../../test/jest/facts.ts';
import { FAILURE_CODES, FAILURES, failureNames } from '../../../../../test/cases/failures.ts';
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

interface Properties {
  readonly failure: Failure;
  readonly names?: typeof failureNames;
  readonly contact?: ContactFacts;
  readonly org?: OrgFacts;
  readonly lookUp?: 'none' | 'absent' | 'failed';
  readonly heading?: string;
}

async function show(properties: Properties) {
  const element = createElement('c-external-user-failure', { is: FailurePanel });
  Object.assign(element, properties);
  document.body.appendChild(element);
  await settled();
  return { element, screen: screenOf(element) };
}

const clipboard = { writeText: jest.fn<Promise<void>, [string]>() };

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-24T07:53:01.040Z'), doNotFake: ['nextTick', 'queueMicrotask'] });
  clipboard.writeText.mockReset().mockResolvedValue();
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
});

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
  document.body.replaceChildren();
});

describe('the failure panel', () => {
  it('announces the cause, the fix and the org’s message', async () => {
    const { screen } = await show({ failure: ownerWithoutRole, names: failureNames });
    expect(screen.role('alert')).toEqual([
      [
        'The owner Freja Lindqvist of the account Northwind Ångström AB has no role. Give the owner a role, then try again.',
        'Salesforce says: portal account owner must have a role'
      ].join(' ')
    ]);
  });

  it.each(FAILURE_CODES)('explains %s with the known names', async (code) => {
    const { element, screen } = await show({ failure: { ...ownerWithoutRole, code }, names: failureNames });
    expect(screen.role('alert')[0]).toContain(FAILURES[code].sentence);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('quotes nothing if the org sent no message', async () => {
    const { screen } = await show({ failure: noAnswer });
    expect(screen.text()).toContain('No answer came from Salesforce.');
    expect(screen.text()).not.toContain('Salesforce says');
  });

  it.each([
    ['absent', 'We looked: no user was created.'],
    ['failed', 'We don’t know whether a user was created: looking failed too.']
  ] as const)('reports a look-up that ended as %s', async (lookUp, sentence) => {
    const { screen } = await show({ failure: noAnswer, lookUp });
    expect(screen.text()).toContain(sentence);
  });

  it.each([
    ['the org’s message', ownerWithoutRole, 'Salesforce says: portal account owner must have a role'],
    ['its own sentence if the org sent no message', noAnswer, 'No answer came from Salesforce.']
  ])('shows below a given heading %s', async (_what, failure, words) => {
    const { screen } = await show({ failure, heading: 'The account was not changed.' });
    expect(screen.role('alert')[0]).toContain(`The account was not changed. ${words}`);
  });

  it('shows the org’s message as text, never as HTML', async () => {
    const { screen } = await show({ failure: withMarkup });
    expect(screen.text()).toContain('Salesforce says: <img src=x onerror=alert(1)>');
    expect(screen.find('img')).toHaveLength(0);
  });
});

describe('the fix of a failure', () => {
  it('is on the page of its record, and so is each other one', async () => {
    const { screen } = await show({ failure: ownerWithoutRole, contact: readyContact, org: readyOrg });
    expect(screen.link(`Give ${owner.name} a role`).getAttribute('href')).toBe(`/lightning/r/User/${owner.id}/view`);
    expect(screen.link('Change the owner').getAttribute('href')).toBe(`/lightning/r/Account/${account.id}/view`);
  });

  it('is offered neither for a failure without one nor for an unknown contact', async () => {
    const { screen: none } = await show({ failure: noAnswer, contact: readyContact, org: readyOrg });
    const { screen: nobody } = await show({ failure: ownerWithoutRole });
    for (const screen of [none, nobody]) {
      expect(screen.find('a, button').map(({ textContent }) => textContent)).toEqual(['Copy']);
    }
  });
});

describe('the technical details', () => {
  const details = '2026-11-24T07:53:01.040Z\nHTTP 400\nownerWithoutRole\n{ "errorCode": "UNKNOWN_EXCEPTION" }';

  it.each([
    ['time, status, code and raw answer', ownerWithoutRole, details],
    ['no status if there was no answer', noAnswer, '2026-11-24T07:53:01.040Z\nnoAnswer\nTypeError: offline']
  ])('hold %s', async (_what, failure, text) => {
    const { screen } = await show({ failure });
    expect(screen.find('details')[0]?.hasAttribute('open')).toBe(false);
    expect(screen.find('pre')[0]?.textContent).toBe(text);
  });

  it('are copied, which is confirmed', async () => {
    const { element, screen } = await show({ failure: ownerWithoutRole });
    await screen.press('Copy');
    expect(clipboard.writeText).toHaveBeenCalledWith(details);
    expect(screen.role('status')).toEqual(['Copied']);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it.each([
    ['the clipboard is refused', { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) }],
    ['there is no clipboard', undefined]
  ])('are selected for copying by keyboard if %s', async (_where, value) => {
    Object.defineProperty(navigator, 'clipboard', { value, configurable: true });
    // Unlike browsers, jsdom selects nothing in a shadow tree.
    const select = jest.spyOn(Selection.prototype, 'selectAllChildren');
    const { screen } = await show({ failure: ownerWithoutRole });
    await screen.press('Copy');
    expect(screen.role('status')).toEqual(['The text is selected: press the copy keys of your keyboard.']);
    expect(select.mock.calls).toEqual([[screen.find('pre')[0]]]);
  });

  it('of the next failure are not reported as copied', async () => {
    const { element, screen } = await show({ failure: ownerWithoutRole });
    await screen.press('Copy');
    Object.assign(element, { failure: noAnswer });
    await settled();
    expect(screen.role('status')).toEqual(['']);
  });
});
