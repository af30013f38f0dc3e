import { readInterview, type FlowScreen } from '../../platform/flowScreen.ts';
import { footerOf } from './footer.ts';

function screenWith(content: object): FlowScreen {
  const interview = readInterview({ status: 'screen', screen: content });
  if (interview.status !== 'screen') throw new Error('That is no screen');
  return interview.screen;
}

describe('the footer of a flow screen', () => {
  it.each([
    ['Next on a first screen', { availableActions: ['NEXT'] }, [], ['Next']],
    ['Previous and Finish on a last screen', { availableActions: ['BACK', 'FINISH'] }, [], ['Previous', 'Finish']],
    ['Pause on its left side', { availableActions: ['NEXT', 'PAUSE'] }, ['Pause'], ['Next']],
    [
      'the labels that the screen defines',
      { availableActions: ['BACK', 'NEXT'], backButtonLabel: 'Undo', nextOrFinishButtonLabel: 'Send' },
      [],
      ['Undo', 'Send']
    ],
    ['no buttons when the screen shows no footer', { availableActions: ['NEXT'], showFooter: false }, [], []],
    ['no buttons for unknown actions', { availableActions: ['DANCE'] }, [], []]
  ])('has %s', (_title, content, left, right) => {
    const footer = footerOf(screenWith(content));
    expect([footer.left.map(({ label }) => label), footer.right.map(({ label }) => label)]).toEqual([left, right]);
  });
});

describe('the response of the local org about an interview', () => {
  it.each([
    [{ status: 'finished', outputs: {} }, { status: 'finished' }],
    [
      { status: 'error', message: 'No', element: 'Create_User' },
      { status: 'error', message: 'No', element: 'Create_User' }
    ],
    [{ error: 'no session' }, { status: 'error', message: '{"error":"no session"}', element: '' }]
  ])('is read: %j', (answer, expected) => {
    expect(readInterview(answer)).toEqual(expected);
  });
});
