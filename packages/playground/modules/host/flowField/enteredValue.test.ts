import { readInterview, type FlowField } from '../../platform/flowScreen.ts';
import { enteredValue, inputTypeOf } from './enteredValue.ts';

function fieldOf(dataType: string): FlowField {
  const interview = readInterview({ status: 'screen', screen: { fields: [{ dataType }] } });
  const field = interview.status === 'screen' ? interview.screen.fields[0] : undefined;
  if (field === undefined) throw new Error('There is no field');
  return field;
}

describe('a value that a person enters on a flow screen', () => {
  it.each([
    ['String', 'text', 'Ada', 'Ada'],
    ['String', 'text', '', null],
    ['Number', 'number', '42', 42],
    ['Number', 'number', '0', 0],
    ['Number', 'number', '', null],
    ['Currency', 'number', '9.5', 9.5],
    ['Boolean', 'checkbox', true, true],
    ['Boolean', 'checkbox', undefined, false],
    ['Date', 'date', '2026-11-24', '2026-11-24'],
    ['DateTime', 'datetime', null, null]
  ])('is a %s in an input of type %s: %s', (dataType, inputType, entered, answer) => {
    const field = fieldOf(dataType);
    expect([inputTypeOf(field), enteredValue(field, entered)]).toEqual([inputType, answer]);
  });
});
