import { callerOf, type Caller } from '../../../testing/caller.ts';
import { deployFlows } from '../../../testing/deployedFlows.ts';
import { element } from '../../../testing/flowElements.ts';
import { text, to } from '../../../testing/flowValues.ts';
import type { XmlParts } from '../../../testing/xmlParts.ts';
import type { InterviewResult } from './automation.ts';

/** A flow whose second screen leads back to the first one, in the same interview. */
const askAgain = (field: XmlParts): XmlParts => ({
  processType: 'Flow',
  start: { connector: to('Ask') },
  choices: ['Yes', 'No'].map((name) => ({
    name,
    choiceText: name,
    dataType: 'String',
    value: text(name.toLowerCase())
  })),
  screens: [
    element('Ask', { connector: to('Tell'), fields: field }),
    element('Tell', {
      connector: to('Ask'),
      fields: { name: 'Said', fieldText: '{!Answer}', fieldType: 'DisplayText' }
    })
  ]
});

const typed: XmlParts = {
  name: 'Answer',
  dataType: 'String',
  defaultValue: text('none'),
  fieldText: 'Why',
  fieldType: 'InputField'
};
const chosen: XmlParts = {
  name: 'Answer',
  choiceReferences: ['Yes', 'No'],
  dataType: 'String',
  fieldText: 'Which',
  fieldType: 'RadioButtons'
};
const reset: XmlParts = { inputsOnNextNavToAssocScrn: 'ResetValues' };
const limited: XmlParts = { validationRule: { errorMessage: 'Too long', formulaExpression: 'LEN({!Answer}) <= 3' } };

async function begin(
  field: XmlParts
): Promise<{ start: InterviewResult; next: (from: InterviewResult, answer?: string) => InterviewResult }> {
  const caller: Caller = callerOf();
  const { automation, people } = await deployFlows(caller, { Asks: askAgain(field) });
  const [person] = people;
  if (person === undefined) throw new Error('Nobody');
  const [start] = automation.run([{ flow: 'Asks', person, inputs: {} }]);
  if (start === undefined) throw new Error('No interview');
  return {
    start,
    next: (from, answer) => {
      if (from.status !== 'screen') throw new Error(JSON.stringify(from));
      const values = answer === undefined ? {} : { Answer: answer };
      return automation.resume(person, from.interviewId, { action: 'NEXT', values });
    }
  };
}

const shown = (result: InterviewResult): unknown => (result.status === 'screen' ? result.screen.fields[0] : result);

describe('a screen that is shown again in one interview', () => {
  it.each([
    ['a text keeps its answer by default', typed, 'abc', 'abc'],
    ['a choice keeps its answer by default', chosen, 'no', 'no'],
    ['a text that is reset shows its default value', { ...typed, ...reset }, 'abc', 'none'],
    ['a choice that is reset shows none', { ...chosen, ...reset }, 'no', null]
  ])('%s', async (_title, field, answer, value) => {
    const { start, next } = await begin(field);
    const told = next(start, answer);
    expect(shown(told)).toMatchObject({ fieldText: answer });
    expect(shown(next(told))).toMatchObject({ value });
  });

  it('keeps a refused answer at its field, although the field is reset', async () => {
    const { start, next } = await begin({ ...typed, ...reset, ...limited });
    expect(shown(next(start, 'abcd'))).toMatchObject({ value: 'abcd', errorMessage: 'Too long' });
  });
});
