import { JSDOM } from 'jsdom';
import { questionOf } from './planHtml.ts';
import { rowsSection } from './planRowsHtml.ts';

const row = (contactName: string, outcome: string, sentence: string) => ({
  contactName,
  accountName: 'Acme',
  username: '',
  profileName: '',
  outcome,
  code: '',
  sentence,
  cells: [],
  deviations: []
});
const ROWS = [
  row('Zoë Novák', 'enable', 'Gets a user.'),
  row('Ada 10', 'blocked', 'No email.'),
  row('Ada 9', 'enable', 'Gets a user.')
];

let document: Document;

const shown = (): (string | undefined)[] =>
  [...document.querySelectorAll<HTMLTableRowElement>('#rows tbody tr')]
    .filter(({ hidden }) => !hidden)
    .map(({ cells }) => cells[0]?.textContent);

function fill(id: 'search' | 'outcome', value: string): void {
  const field = document.querySelector<HTMLInputElement | HTMLSelectElement>(`#${id}`);
  if (field === null) throw new Error(`The report has no field ${id}`);
  field.value = value;

  field.dispatchEvent(new (field.ownerDocument.defaultView ?? globalThis).Event('input', { bubbles: true }));
}

function press(column: string): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('#rows thead button')];
  const button = buttons.find(({ textContent }) => textContent === column);
  if (button === undefined) throw new Error(`The report has no column ${column}`);
  button.click();
}

describe('the rows of the report', () => {
  beforeEach(() => {
    // The script runs as the file has it.
    const { window } = new JSDOM(`<!doctype html><body>${rowsSection(ROWS, ROWS.length)}`, {
      runScripts: 'dangerously'
    });
    ({ document } = window);
  });

  it.each([
    ['zoe', ['Zoë Novák']],
    ['ADA gets', ['Ada 9']],
    ['nobody', []],
    ['', ['Zoë Novák', 'Ada 10', 'Ada 9']]
  ])('are found by “%s”, without case and accents', (words, found) => {
    fill('search', words);
    expect(shown()).toEqual(found);
    expect(document.querySelector('#found')?.textContent).toBe(`${String(found.length)} of 3 shown`);
  });

  it('are found by their outcome, and only outcomes that are there are offered', () => {
    fill('outcome', 'blocked');
    expect(shown()).toEqual(['Ada 10']);
    expect([...document.querySelectorAll('#outcome option')].map(({ textContent }) => textContent)).toEqual([
      'All',
      'New user',
      'Blocked'
    ]);
  });

  it('are sorted by a column, and the other way round by a second click', () => {
    press('Contact');
    expect(shown()).toEqual(['Ada 9', 'Ada 10', 'Zoë Novák']);
    press('Contact');
    expect(shown()).toEqual(['Zoë Novák', 'Ada 10', 'Ada 9']);
    expect(document.querySelector('th')?.getAttribute('aria-sort')).toBe('descending');
  });
});

it('the report says how many rows are in plan.csv only', () => {
  const many = Array.from({ length: 5001 }, () => row('Ada', 'enable', 'Gets a user.'));
  expect(rowsSection(many, many.length)).toContain('These are the first 5,000 of 5,001 rows.');
});

const NO_ROWS = { enable: 0, already: 0, reactivate: 0, skip: 0, blocked: 0 };

it.each([
  [{ enable: 47 }, 'Can we create 47 users?'],
  [{ enable: 1, reactivate: 2 }, 'Can we create 1 user and make 2 active again?'],
  [{ reactivate: 1, already: 3 }, 'Can we make 1 user active again?'],
  [{ blocked: 3 }, 'No user can be created.']
])('of %j the report asks “%s”', (counts, question) => {
  expect(questionOf({ counts: { ...NO_ROWS, ...counts } })).toBe(question);
});
