import { NO_COMPONENT } from 'sfdx-playground';
import { outcomeOf, outcomeTable, type Seen } from './outcome.ts';

const NOTHING: Seen = {
  problems: [],
  refusals: [],
  answers: [],
  missingFiles: [],
  errors: [],
  isEmpty: false,
  pageProblem: null
};
const REFUSED = 'The local org runs no Apex: @salesforce/apex/A.b (not modelled by this local org)';

describe('the outcome of a component', () => {
  it.each<[string, Partial<Seen>, string, readonly string[]]>([
    ['nothing went wrong', {}, 'works', []],
    ['it draws nothing', { isEmpty: true }, 'works', ['It draws nothing here']],
    [
      'the local org answered with an error of the platform',
      { answers: ['No such column', 'No such column'] },
      'works',
      ['The org answered: No such column']
    ],
    ['a file is missing', { missingFiles: ['/img/a.png'] }, 'works', ['There is no file /img/a.png']],
    ['it is no component', { problems: [`c/card: ${NO_COMPONENT}`] }, 'works', [NO_COMPONENT]],
    ['a card refuses it', { problems: [REFUSED] }, 'refused by name', [REFUSED]],
    ['the page lists a refusal twice', { refusals: [REFUSED, REFUSED] }, 'refused by name', [REFUSED]],
    ['an endpoint refused', { answers: [REFUSED] }, 'refused by name', [REFUSED]],
    ['nothing caught the rejection of Apex', { refusals: [REFUSED], errors: ['Object'] }, 'refused by name', [REFUSED]],
    ['a card says that it failed', { problems: ['No such file'] }, 'failed', ['No such file']],
    ['it threw beside a refusal', { refusals: [REFUSED], errors: ['x is null'] }, 'failed', ['x is null']],
    ['it threw an object', { errors: ['Object'] }, 'failed', ['An error without a message']],
    ['there is no page', { pageProblem: 'The page answered 500' }, 'failed', ['The page answered 500']]
  ])('when %s', (_title, seen, kind, why) => {
    expect(outcomeOf({ bundle: 'card', apexMethods: [] }, { ...NOTHING, ...seen })).toEqual({
      bundle: 'card',
      kind,
      why
    });
  });

  it('is refused by name when the org lacks a field of the project', () => {
    const problem = 'CustomField of type formula is not supported (not modelled by this local org)';
    const notTaken = [
      { type: 'CustomField', fullName: 'Contact.Number__c', problem },
      { type: 'CustomField', fullName: 'Contact.Other__c', problem }
    ];
    const seen = { ...NOTHING, answers: ["No such column 'Number__c' on entity 'Contact'"] };
    expect(outcomeOf({ bundle: 'card', apexMethods: [] }, seen, notTaken)).toEqual({
      bundle: 'card',
      kind: 'refused by name',
      why: [`Contact.Number__c: ${problem}`]
    });
  });

  it('names the Apex that a component which works has not called', () => {
    const component = { bundle: 'card', apexMethods: ['Orders.find'] };
    expect(outcomeOf(component, NOTHING).why).toEqual(['Apex that it did not call here: Orders.find']);
    expect(outcomeOf(component, { ...NOTHING, answers: [REFUSED] }).why).toEqual([REFUSED]);
  });
});

it('the table has failures first and the counts below', () => {
  const table = outcomeTable([
    { bundle: 'fine', kind: 'works', why: [] },
    { bundle: 'bad', kind: 'failed', why: ['one | two\nthree'] }
  ]);
  expect(table.split('\n').slice(2)).toEqual([
    '| bad | failed | one \\| two three |',
    '| fine | works |  |',
    '',
    '1 works, 0 refused by name, 1 failed.'
  ]);
});
