import { toFactRows, withLocalOrg, withoutNames } from './factRows.ts';
import { resultOf, type FactRow, type Ledger, type StepRow } from './ledger.ts';
import { toMarkdown } from './markdown.ts';
import { verdictOf } from './verdict.ts';

const row = (fact: string, outcome: FactRow['outcome'], more: Partial<FactRow> = {}): FactRow => ({
  fact,
  question: `What about ${fact}?`,
  expected: 'YES',
  localOrg: 'YES',
  thisOrg: outcome === 'differs' ? 'NO' : outcome === 'same' ? 'YES' : null,
  outcome,
  note: '',
  seconds: 0.1,
  ...more
});
const step = (result: StepRow['result'], note = ''): StepRow => ({
  step: 's',
  title: 'A step',
  result,
  note,
  seconds: 2
});
const ledger = (facts: readonly FactRow[], steps: readonly StepRow[] = [step('done')]): Ledger => ({
  format: 1,
  date: '2026-11-30',
  org: { kind: 'scratch', edition: 'Developer Edition', release: 'Winter ’27', apiVersion: '68.0' },
  result: resultOf(facts, steps),
  facts,
  steps,
  pictures: [{ title: 'A page', file: 'screens/page.png' }]
});

describe('the verdict', () => {
  it.each([
    ['everything as assumed', [row('F-001', 'same'), row('F-002', 'notProbed')], [step('done')], 'same'],
    ['a difference', [row('F-001', 'differs'), row('F-002', 'same')], [step('done')], 'differs'],
    [
      'a question without an answer, whatever else differs',
      [row('F-001', 'differs'), row('F-002', 'failed')],
      [],
      'failed'
    ],
    ['a step that failed', [row('F-001', 'same')], [step('failed')], 'failed'],
    ['a step that was not reached', [row('F-001', 'same')], [step('left')], 'failed']
  ] as const)('on %s', (_title, facts, steps, result) => {
    expect(resultOf(facts, steps)).toBe(result);
  });

  it('says every kind of problem', () => {
    const facts = [row('F-001', 'differs'), row('F-002', 'failed'), row('F-003', 'same'), row('F-004', 'notProbed')];
    expect(verdictOf(ledger(facts, [step('left')]))).toBe(
      '**1 fact differs, 1 question got no answer, 1 step was not done.** 1 of 3 facts are as assumed.'
    );
  });
});

describe('the page of a ledger', () => {
  const page = toMarkdown(
    ledger([
      row('F-001', 'same'),
      row('F-002', 'differs', { note: 'POST /sobjects|User: <b>*no*</b>\nsecond line' }),
      row('F-003', 'failed', { note: 'No route' }),
      row('F-004', 'same', { localOrg: 'NO' }),
      row('F-005', 'notProbed', { note: 'It takes a mailbox.' })
    ])
  );

  it('has what differs before everything else', () => {
    expect(page.match(/^## .+/gmu)).toEqual([
      '## What differs',
      '## What got no answer',
      '## Where the local org is to be corrected',
      '## Steps',
      '## As assumed',
      '## What can’t be asked',
      '## Screens'
    ]);
    expect(page).toContain('| [F-002](../../docs/platform-facts.md) | What about F-002? | YES | as expected | NO |');
  });

  it('shows words of an org as they are', () => {
    expect(page).toContain(String.raw`POST /sobjects\|User: \<b\>\*no\*\</b\> second line |`);
  });

  it('says that a local org confirms nothing', () => {
    const local = toMarkdown({ ...ledger([]), org: { kind: 'local', edition: 'E', release: 'R', apiVersion: 'V' } });
    expect(local).toContain('it confirms no fact');
    expect(local).not.toContain('is confirmed');
  });
});

describe('a ledger, which is committed', () => {
  const names = {
    username: 'test-1@example.com',
    orgId: '00DAB000000abCDMAY',
    url: 'https://acme-1.scratch.my.salesforce.com',
    salesOpsUsername: 'sales@example.com'
  };

  it('names no org, no person, no record and no session', () => {
    const note =
      'GET https://acme-1.scratch.my.salesforce.com/x by test-1@example.com (00DAB000000abCD!AQ.x) of 00DAB000000abCD: 003AB000000abcDEFG 0051x0000ABCdEf at acme-1.scratch.my.salesforce.com';
    expect(withoutNames(note, names)).toBe(
      'GET <org>/x by <administrator> (<session>) of <org id>: <id> <id> at <org>'
    );
  });

  it.each(['PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT', 'internationalization', 'portal account owner must have a role'])(
    'keeps %s',
    (words) => {
      expect(withoutNames(words, names)).toBe(words);
    }
  );

  it('has the answers of both orgs in one row', () => {
    const result = { fact: 'F-001', question: 'Q', expected: 'A', note: '', milliseconds: 1234 };
    const rows = toFactRows([{ ...result, answer: 'B', outcome: 'differs' }], names);
    expect(withLocalOrg(rows, [{ ...result, answer: 'A', outcome: 'same' }])).toEqual([
      {
        fact: 'F-001',
        question: 'Q',
        expected: 'A',
        localOrg: 'A',
        thisOrg: 'B',
        outcome: 'differs',
        note: '',
        seconds: 1.2
      }
    ]);
  });
});
