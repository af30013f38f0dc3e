import { createElement } from 'lwc';
import ExternalAccessReview from 'c/externalAccessReview';
import { ofQuery } from '../../../../../test/jest/answers.ts';
import { screenOf, settled } from '../../../../../test/jest/screen.ts';
import { org } from '../../../../../test/jest/testOrg.ts';
import { ageOf } from '../age.ts';

const ADA = '003000000000001AAA';
const BOB = '003000000000002AAA';

const value = (text: string | number | boolean | null) => ({ value: text });
const list = (...nodes: readonly object[]) => ({
  totalCount: nodes.length,
  edges: nodes.map((node) => ({ node }))
});
const request = (Id: string, name: string, more: object = {}) => ({ Id, Name: value(name), ...more });
const answer = (waiting: readonly object[], decided: readonly object[] = []) => ({
  uiapi: { query: { waiting: list(...waiting), decided: list(...decided) } }
});

/** Opens the screen as a flow does, with its inputs, and answers its request. */
async function open(data: unknown, inputs: object = {}) {
  const element = createElement('c-external-access-review', { is: ExternalAccessReview });
  Object.assign(element, { decidedIds: [], fault: null }, inputs);
  const events: [string, unknown][] = [];
  element.addEventListener('lightning__flowattributechange', (event) => {
    const { attributeName, attributeValue } = (event as CustomEvent<{ attributeName: string; attributeValue: unknown }>)
      .detail;
    events.push([attributeName, attributeValue]);
  });
  element.addEventListener('lightning__flownavigationnext', () => events.push(['NEXT', '']));
  document.body.appendChild(element);
  await settled();
  org.emit(data, ofQuery('ExternalAccessRequests'));
  await settled();
  return { element, screen: screenOf(element), events };
}

const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

beforeEach(() => {
  org.refresh.mockReset().mockResolvedValue();
});

afterEach(() => {
  document.body.replaceChildren();
});

describe('the review of requested contacts', () => {
  it('says how many wait, how long each one does, and what is known about it', async () => {
    const { element, screen } = await open(
      answer([
        request(ADA, 'Ada Byron', {
          Title: value('Buyer'),
          Email: value('ada@acme.example'),
          Account: { Name: value('Acme') },
          External_Access_Score__c: { displayValue: '70' },
          External_Access_Message__c: value('The score reaches the threshold of 50.'),
          External_Access_Requested_On__c: value(hoursAgo(73))
        }),
        request(BOB, 'Bob Vance')
      ])
    );
    expect(screen.find('h2').map(({ textContent }) => textContent)).toEqual(['Waiting for you: 2']);
    expect(screen.text()).toContain('Buyer · ada@acme.example · Acme');
    expect(screen.text()).toContain('Requested 3 days ago');
    expect(screen.text()).toContain('Score 70');
    expect(screen.text()).toContain('We can’t see since when');
    await expect(element).toBeAccessible();
  });

  it('asks before an approval, and hands the flow one contact, once', async () => {
    const { screen, events } = await open(answer([request(ADA, 'Ada Byron'), request(BOB, 'Bob Vance')]));
    screen.find(`lightning-button[data-contact="${BOB}"]`)[0]?.click();
    await settled();
    expect(screen.text()).toContain('Approve Bob Vance? A user is created, and a welcome email may go out at once.');
    expect(events).toEqual([]);
    const confirm = screen.find(`[data-contact="${BOB}"] lightning-button`)[0];
    confirm?.click();
    confirm?.click();
    await settled();
    expect(events).toEqual([
      ['contactId', BOB],
      ['verdict', 'Approved'],
      ['reason', ''],
      ['NEXT', '']
    ]);
  });

  it('shows what was decided, as it is now, with a link to the contact, and reads past the cache', async () => {
    const decided = request(ADA, 'Ada Byron', {
      External_Access_Status__c: { value: 'Rejected', displayValue: 'Abgelehnt' },
      External_Access_Message__c: value('No budget')
    });
    const { screen } = await open(answer([], [decided]), { decidedIds: [ADA] });
    expect(screen.text()).toContain('All done. Nobody is waiting for external access.');
    expect(screen.text()).toContain('Ada Byron · Abgelehnt');
    expect(screen.text()).toContain('No budget');
    expect(screen.find('a').map((link) => link.getAttribute('href'))).toEqual([`/lightning/r/Contact/${ADA}/view`]);
    expect(org.refresh).toHaveBeenCalledTimes(1);
  });

  it('says what Salesforce said about a decision that was not saved', async () => {
    const { screen } = await open(answer([request(ADA, 'Ada Byron')]), { fault: 'UNABLE_TO_LOCK_ROW' });
    expect(screen.role('alert')).toEqual([
      'Not saved. Try again, or show an admin what Salesforce says: UNABLE_TO_LOCK_ROW'
    ]);
  });

  it.each([
    ['the person can’t see', 'Insufficient access to Contact', /^We can’t see the requests\./u],
    ['the org lacks', 'Validation error: FieldUndefined', /^We can’t see the requests\./u],
    ['Salesforce doesn’t give', 'Timeout', /^Salesforce didn’t answer\./u]
  ])('says what helps with requests that %s', async (_title, message, sentence) => {
    const { screen } = await open(undefined);
    org.emitErrors([{ message }], ofQuery('ExternalAccessRequests'));
    await settled();
    expect(screen.role('alert')).toEqual([expect.stringMatching(sentence)]);
    expect(screen.hasButton('Check Again')).toBe(true);
  });

  it('leads from a person account to the account instead of a verdict', async () => {
    const person = { IsPersonAccount: value(true), AccountId: value('001000000000001AAA') };
    const { screen } = await open(answer([request(ADA, 'Ada Byron', person)]));
    expect(screen.hasButton('Approve')).toBe(false);
    expect(screen.text()).toContain('This is a person account.');
    expect(screen.find('a')[0]?.getAttribute('href')).toBe('/lightning/r/Account/001000000000001AAA/view');
  });
});

describe('how long ago something was', () => {
  const now = Date.parse('2026-11-30T12:00:00Z');

  it.each([
    ['2026-11-30T11:59:50.000Z', 'en-US', 'this minute'],
    ['2026-11-30T11:15:00.000Z', 'en-US', '45 minutes ago'],
    ['2026-11-30T09:00:00.000Z', 'de', 'vor 3 Stunden'],
    ['2026-11-20T12:00:00.000Z', 'ja', '10 日前'],
    ['2026-11-30T12:05:00.000Z', 'en-US', 'this minute'],
    ['soon', 'en-US', null],
    [null, 'en-US', null]
  ])('%s is, in %s, %s', (time, language, words) => {
    expect(ageOf(time, now, language)).toBe(words);
  });
});
